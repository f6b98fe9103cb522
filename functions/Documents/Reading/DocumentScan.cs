using System.Xml;
using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>A content control of ours in a document, as people see it.</summary>
internal sealed record ScannedTable
{
    /// <summary>Which of the document's content controls it is, counted from 0 in the order of their start tags.</summary>
    public required int Number { get; init; }

    /// <summary>Its tag.</summary>
    public required string Tag { get; init; }

    /// <summary>Names it in the document; empty where the tag cannot be read.</summary>
    public string Instance => TableTagReader.Read(Tag)?.Instance ?? "";

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The caption as people see it.</summary>
    public string? Caption { get; init; }

    /// <summary>What people see; null where it does not hold exactly one table.</summary>
    public ShownTable? Shown { get; init; }

    /// <summary>Whether it stands within another one of ours, or around one.</summary>
    public bool IsNested { get; init; }

    /// <summary>Of each row that is shown below the headings, which row element of the table it is, counted from 0; null where rows stand in wrappers.</summary>
    public int[]? RowPlaces { get; init; }
}

/// <summary>Finds the content controls of ours in a document. Streams; only what is shown stays in memory.</summary>
/// <remarks>A document with a control that needs its tree, or with something unusual around one, is read again in another way. Text boxes and what stands in them twice (markup compatibility) are left alone: nobody inserts tables there by this product.</remarks>
internal static class DocumentScan
{
    /// <summary>Reads the document's text.</summary>
    /// <exception cref="XmlException">It is no XML, or declares a DTD.</exception>
    public static List<ScannedTable> Read(WordFile file) => ReadSliced(file) ?? Read(file, usesTrees: false) ?? Read(file, usesTrees: true)!;

    /// <summary>Reads the document's text in one of the two ways.</summary>
    /// <returns>The tables; null where a tree is needed.</returns>
    /// <exception cref="XmlException">It is no XML, or declares a DTD.</exception>
    public static List<ScannedTable>? Read(WordFile file, bool usesTrees)
    {
        using var xml = file.Read(file.Document);
        return Read(xml, usesTrees, null);
    }

    /// <summary>Reads the controls side by side.</summary>
    /// <returns>The tables; null where the text is to be read in one piece.</returns>
    public static List<ScannedTable>? ReadSliced(WordFile file)
    {
        if (file.ReadText() is not { Controls.Count: > 0 } text)
        {
            return null;
        }

        var sliced = new SlicedText(text);
        var controls = sliced.ReadControls();
        try
        {
            using var xml = XmlReader.Create(sliced.ReadRest(), WordXml.Reading);
            return Read(xml, usesTrees: false, controls);
        }
        catch (XmlException)
        {
            // Whoever reads it in one piece finds out in which line it is damaged.
            return null;
        }
    }

    // The controls that have been read already: of those the reader meets only the properties.
    private static List<ScannedTable>? Read(XmlReader xml, bool usesTrees, Dictionary<int, PlainControl?>? controls)
    {
        var (found, number, aside) = (new List<ScannedTable>(), 0, -1);
        for (var more = xml.Read(); more;)
        {
            if (aside >= 0 && xml.Depth <= aside)
            {
                aside = -1;
            }

            if (xml.NodeType is not XmlNodeType.Element)
            {
                more = xml.Read();
            }
            else if (aside < 0 && IsAside(xml))
            {
                aside = xml.IsEmptyElement ? -1 : xml.Depth;
                more = xml.Read();
            }
            else if (IsControl(xml))
            {
                if (!Enter(xml, found, ref number, aside < 0, usesTrees, controls))
                {
                    return null;
                }

                more = !xml.EOF;
            }
            else
            {
                more = xml.Read();
            }
        }

        return found;
    }

    /// <summary>Whether the reader stands on a content control.</summary>
    public static bool IsControl(XmlReader xml) => xml.NodeType is XmlNodeType.Element && xml.LocalName == "sdt" && xml.NamespaceURI == WordTable.Namespace;

    private static bool IsAside(XmlReader xml) =>
        (xml.LocalName == "txbxContent" && xml.NamespaceURI == WordTable.Namespace) || (xml.LocalName == "AlternateContent" && xml.NamespaceURI == WordXml.Compatibility);

    // The properties come first (ECMA-376, part 1, section 17.5.2.31); only a control of ours is read whole. Answers false where its tree is needed.
    private static bool Enter(XmlReader xml, List<ScannedTable> found, ref int number, bool isOurs, bool usesTrees, Dictionary<int, PlainControl?>? controls)
    {
        var (own, depth) = (number++, xml.Depth);
        if (xml.IsEmptyElement || !xml.Read())
        {
            xml.Read();
            return true;
        }

        while (xml.NodeType is not XmlNodeType.Element && xml.Depth > depth)
        {
            xml.Read();
        }

        if (xml.Depth != depth + 1 || xml.LocalName != "sdtPr")
        {
            return true;
        }

        var properties = (XElement)XNode.ReadFrom(xml);
        if (!isOurs || !TableTagReader.IsOurs(properties.Value("tag")))
        {
            // What was cut out as one of ours is none; there may be others in it.
            return controls?.ContainsKey(own) is not true;
        }

        if (usesTrees)
        {
            TakeTree(xml, depth, properties, own, found, ref number);
        }
        else if ((controls?.TryGetValue(own, out var read) is true ? read : PlainControl.Read(xml, depth)) is { } plain)
        {
            found.Add(new ScannedTable
            {
                Number = own,
                Tag = properties.Value("tag")!,
                Title = properties.Value("alias"),
                Caption = plain.Caption,
                Shown = plain.Shown,
                RowPlaces = plain.Places,
            });
        }
        else
        {
            return false;
        }

        xml.Read();
        return true;
    }

    private static void TakeTree(XmlReader xml, int depth, XElement properties, int own, List<ScannedTable> found, ref int number)
    {
        var control = new XElement(WordXml.W + "sdt", properties);
        while (xml.Depth > depth)
        {
            control.Add(XNode.ReadFrom(xml));
        }

        Take(control, own, found, isInner: false);
        number += control.Descendants(WordXml.W + "sdt").Count();
    }

    private static void Take(XElement control, int number, List<ScannedTable> found, bool isInner)
    {
        var read = TableControl.Of(control);
        var nested = read.Nested().ToArray();
        found.Add(new ScannedTable
        {
            Number = number,
            Tag = control.Element(WordXml.W + "sdtPr").Value("tag")!,
            Title = control.Element(WordXml.W + "sdtPr").Value("alias"),
            Caption = read.Caption is { } caption ? ShownText.Of(caption) : null,
            Shown = read.Table is null ? null : read.Read(),
            IsNested = isInner || nested.Length > 0,
        });

        var inner = control.Descendants(WordXml.W + "sdt").ToList();
        foreach (var control2 in isInner ? [] : nested)
        {
            Take(control2, number + 1 + inner.IndexOf(control2), found, isInner: true);
        }
    }
}
