using System.Text;
using System.Xml;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Documents;

/// <summary>Reads cells and paragraphs as people see them while the text streams by.</summary>
internal sealed class PlainText(PlainCursor cursor)
{
    private readonly List<string> _paragraphs = [];
    private readonly ParagraphText _paragraph = new();

    /// <summary>The paragraphs of a cell, as <see cref="ShownParagraph.Of"/> finds them; null for a cell that is deleted.</summary>
    public ValueList<string>? ReadCell()
    {
        var (paragraphs, isOpen, isDeleted) = (_paragraphs, false, false);
        paragraphs.Clear();
        var depth = cursor.Xml.Depth;
        if (cursor.Xml.IsEmptyElement)
        {
            return [];
        }

        while (cursor.Xml.Read() && cursor.Xml.Depth > depth)
        {
            if (cursor.Xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (cursor.Is("tcPr") && cursor.Xml.Depth == depth + 1)
            {
                foreach (var property in cursor.Children())
                {
                    isDeleted |= property == "cellDel";
                    cursor.Skip();
                }
            }
            else if (cursor.Is("p"))
            {
                if (!isOpen)
                {
                    _paragraph.Clear();
                }

                isOpen = ReadParagraph(_paragraph);
                if (!isOpen)
                {
                    paragraphs.Add(_paragraph.Text);
                }
            }
            else if (cursor.Is("txbxContent"))
            {
                cursor.Skip();
            }
            else
            {
                cursor.IsPlain &= !cursor.NeedsTree;
            }
        }

        if (isOpen)
        {
            paragraphs.Add(_paragraph.Text);
        }

        return isDeleted ? null : [.. paragraphs];
    }

    /// <summary>Adds a paragraph's text.</summary>
    /// <returns>Whether its mark is deleted, so that it runs into the next one.</returns>
    public bool ReadParagraph(ParagraphText text)
    {
        var isMarkDeleted = false;
        foreach (var name in cursor.Children())
        {
            if (name == "pPr")
            {
                isMarkDeleted |= ReadMark();
            }
            else
            {
                ReadInline(name, isInRun: false, text);
            }
        }

        return isMarkDeleted;
    }

    private bool ReadMark()
    {
        var isDeleted = false;
        foreach (var property in cursor.Children())
        {
            if (property == "rPr")
            {
                foreach (var mark in cursor.Children())
                {
                    isDeleted |= mark is "del" or "moveFrom";
                    cursor.Skip();
                }
            }
            else
            {
                cursor.Skip();
            }
        }

        return isDeleted;
    }

    // As ShownText walks.
    private void ReadInline(string name, bool isInRun, ParagraphText text)
    {
        switch (name)
        {
            case "t" when isInRun:
                text.Append(cursor.Xml.ReadText());
                break;
            case "tab" when isInRun:
                text.Append("\t");
                cursor.Skip();
                break;
            case "br" or "cr" when isInRun:
                text.Append("\n");
                cursor.Skip();
                break;
            case "noBreakHyphen":
                text.Append("\u2011");
                cursor.Skip();
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "txbxContent" or "instrText" or "rt":
                cursor.Skip();
                break;
            default:
                cursor.IsPlain &= !cursor.NeedsTree && name != "p";
                var isRun = cursor.Xml.LocalName == "r";
                foreach (var child in cursor.Children())
                {
                    ReadInline(child, isRun, text);
                }

                break;
        }
    }
}

/// <summary>A paragraph's text as it is put together; mostly it is one piece.</summary>
internal sealed class ParagraphText
{
    private string _first = "";
    private StringBuilder? _all;

    public string Text => _all?.ToString() ?? _first;

    public void Clear() => (_first, _all) = ("", null);

    public void Append(string piece)
    {
        if (_first.Length == 0 && _all is null)
        {
            _first = piece;
        }
        else
        {
            (_all ??= new StringBuilder(_first)).Append(piece);
        }
    }
}
