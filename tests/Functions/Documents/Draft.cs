using System.IO.Compression;
using System.Xml.Linq;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tables;
using Insek.Office.Functions.Tests.Rendering;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>A draft with one table of ours, edited as Word would leave it, and refreshed without a host.</summary>
internal static class Draft
{
    public static readonly XNamespace W = WordTable.Namespace;

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public const string Text = "word/document.xml";

    /// <summary>Changes a part of a file by hand.</summary>
    public static byte[] Edit(byte[] file, Action<XElement> edit, string part = Text) => Rewrite(
        file,
        content =>
        {
            var document = XDocument.Load(new MemoryStream(content), LoadOptions.PreserveWhitespace);
            edit(document.Root!);
            using var edited = new MemoryStream();
            document.Save(edited, SaveOptions.DisableFormatting);
            return edited.ToArray();
        },
        part);

    /// <summary>Changes the bytes of a part.</summary>
    public static byte[] Rewrite(byte[] file, Func<byte[], byte[]> rewrite, string part = Text)
    {
        var content = rewrite(Parts(file)[part]);
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.GetEntry(part)!.Open();
            stream.SetLength(0);
            stream.Write(content);
        }

        return copy.ToArray();
    }

    /// <summary>Adds a part that is none of ours.</summary>
    public static byte[] Add(byte[] file, string part, byte[] content)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(content);
        }

        return copy.ToArray();
    }

    /// <summary>Every part's bytes.</summary>
    public static Dictionary<string, byte[]> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>The paragraph that holds a text.</summary>
    public static XElement Paragraph(this XElement root, string text) => root.Descendants(W + "p").First(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(run => run.Value)) == text);

    /// <summary>The only content control of a file.</summary>
    public static XElement Control(this XElement root) => root.Descendants(W + "sdt").Single();

    /// <summary>Types over the first text of a paragraph.</summary>
    public static void Type(this XElement paragraph, string text) => paragraph.Descendants(W + "t").First().Value = text;

    /// <summary>Refreshes a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="current">What each of its tables is to show.</param>
    /// <param name="order">How; by default what was edited by hand is kept and nothing is tracked.</param>
    /// <param name="usesTrees">Whether controls are read and edited whole, as those must be that are not plain.</param>
    public static (byte[] File, RefreshedTable[] Tables) Refresh(byte[] bytes, Table current, RefreshOrder? order = null, bool usesTrees = false)
    {
        order ??= new RefreshOrder(false, false, null, false);
        using var source = new MemoryStream(bytes);
        Assert.True(WordFile.Open(source).TryGet(out var file, out var refusal), refusal?.Message);
        using (file)
        {
            var records = RecordReader.ReadAll(file);
            var scanned = usesTrees ? DocumentScan.Read(file, usesTrees)! : DocumentScan.Read(file);
            var found = new FoundTable(Given.Concept(1, 1, 1), () => current);
            var tables = RefreshedTable.Of(DocumentTable.Compare(scanned, records, [.. scanned.Select(_ => (Result<FoundTable>)found)]), order);
            using var copy = new MemoryStream();
            copy.Write(bytes);
            DocumentRefresh.Write(file, tables, order.TracksChanges ? new Revisions("Anna Muster", Now) : null, copy);
            return (copy.ToArray(), tables);
        }
    }

    /// <summary>What the first table of a file shows.</summary>
    public static ShownTable Shown(byte[] bytes)
    {
        using var source = new MemoryStream(bytes);
        _ = WordFile.Open(source).TryGet(out var file, out _);
        using (file)
        {
            return DocumentScan.Read(file!)[0].Shown!;
        }
    }

    /// <summary>The texts it shows, row by row.</summary>
    public static string[] Read(this ShownTable shown) =>
        [.. shown.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => string.Join(" / ", cell.Where(text => text.Length > 0)))))];

    /// <summary>The texts a table of the concept shows, row by row.</summary>
    public static string[] Read(this Table table) =>
        [.. table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => string.Join(" / ", cell.Items.Select(item => item.Text)))))];

    /// <summary>What the pane would ask of the only table of a file.</summary>
    public static AskedTable Asked(byte[] draft)
    {
        var table = XElement.Load(new MemoryStream(Parts(draft)["customXml/item1.xml"]));
        var data = table.Name.Namespace;
        return new AskedTable
        {
            Instance = "abcd1234",
            Tag = (string)XElement.Load(new MemoryStream(Parts(draft)[Text])).Descendants(W + "tag").Single().Attribute(W + "val")!,
            Record = new TableRecordDocument
            {
                Hash = (string)table.Attribute("hash")!,
                AsOf = (DateTimeOffset)table.Attribute("asOf")!,
                Rows = [.. table.Elements(data + "row").Select(row => new RecordedRowDocument
                {
                    Key = (string)row.Attribute("key")!,
                    Cells = [.. row.Elements(data + "cell").Select(cell => new RecordedCellDocument
                    {
                        Column = (string)cell.Attribute("column")!,
                        Items = [.. cell.Elements(data + "item").Select(item => new CellItemDocument((string)item.Attribute("key")!, (int)item.Attribute("revision")!, item.Value))],
                    })],
                })],
            },
        };
    }
}
