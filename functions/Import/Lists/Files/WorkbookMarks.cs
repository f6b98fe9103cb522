using System.IO.Compression;
using System.Xml;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What a workbook's parts say and its reader does not: which cells hold a formula, and from when days count.</summary>
/// <remarks>Sizes were checked before.</remarks>
internal sealed class WorkbookMarks
{
    /// <summary>The most formulas that are noted cell by cell.</summary>
    public const int MaxFormulas = 100_000;

    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };

    private readonly Dictionary<string, HashSet<(int, int)>> _formulas = new(StringComparer.Ordinal);

    /// <summary>From when the serial numbers of days count.</summary>
    public DateSystem Dates { get; private set; } = DateSystem.Since1900;

    /// <summary>The cells of a sheet that hold a formula, by row number and column from 0.</summary>
    public IReadOnlySet<(int Row, int Column)> FormulasOf(string sheet) => _formulas.GetValueOrDefault(sheet) ?? [];

    /// <summary>Looks through the parts.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="formulas">The parts that hold a formula; of others the XML is not parsed.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="InvalidDataException">The zip is damaged.</exception>
    /// <exception cref="XmlException">A part is.</exception>
    public static WorkbookMarks Read(Stream stream, FormulaParts formulas, CancellationToken cancellationToken)
    {
        var marks = new WorkbookMarks();
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var parts = zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations ? Relations(relations) : [];
        if (zip.GetEntry("xl/workbook.xml") is not { } workbook)
        {
            return marks;
        }

        foreach (var (name, relation) in marks.Sheets(workbook))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parts.TryGetValue(relation, out var path) && formulas.Contains(path) && zip.GetEntry(path) is { } sheet)
            {
                marks._formulas[name] = Formulas(sheet);
            }
        }

        return marks;
    }

    private static Dictionary<string, string> Relations(ZipArchiveEntry part)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, _settings);
        while (xml.Read())
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return targets;
    }

    private List<(string Name, string Relation)> Sheets(ZipArchiveEntry part)
    {
        var sheets = new List<(string, string)>();
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, _settings);
        while (xml.Read())
        {
            if (xml.LocalName == "workbookPr" && xml.GetAttribute("date1904") is "1" or "true")
            {
                Dates = DateSystem.Since1904;
            }

            if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } relation)
            {
                sheets.Add((name, relation));
            }
        }

        return sheets;
    }

    private static HashSet<(int, int)> Formulas(ZipArchiveEntry sheet)
    {
        var formulas = new HashSet<(int, int)>();
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, _settings);
        var (row, column) = (0, -1);
        while (xml.Read() && formulas.Count < MaxFormulas)
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    column = -1;
                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                    break;
                case "f":
                    formulas.Add((row, column));
                    break;
            }
        }

        return formulas;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                break;
            }

            column = column * 26 + letter - 'A' + 1;
        }

        return column - 1;
    }
}
