using System.Xml;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Documents;

/// <summary>Reads the content of a control of ours from the text as it streams by: the same as <see cref="TableControl"/> does, without a tree.</summary>
/// <remarks>Only what hardly any draft has needs the tree: controls within the control, rows and cells in wrappers, alternate content, paragraphs within paragraphs.</remarks>
internal sealed class PlainControl
{
    private readonly PlainCursor _cursor;
    private readonly PlainText _text;
    private readonly List<string> _headings = [];
    private readonly List<ShownRow> _rows = [];
    private readonly List<int> _places = [];
    private readonly List<ValueList<string>> _cells = [];
    private int _tables;
    private int _ordinal;
    private bool _hasHeading;
    private bool _isHead = true;

    private PlainControl(XmlReader xml)
    {
        _cursor = new PlainCursor(xml);
        _text = new PlainText(_cursor);
    }

    /// <summary>The caption as people see it; null where there is none.</summary>
    public string? Caption { get; private set; }

    /// <summary>What people see of the table.</summary>
    public ShownTable Shown => new([.. _headings], [.. _rows]);

    /// <summary>Of each row that is shown below the headings, which of the table's rows it is, counted from 0.</summary>
    public int[] Places => [.. _places];

    /// <summary>Reads from behind the properties to the control's end tag.</summary>
    /// <param name="xml">Stands behind the properties.</param>
    /// <param name="depth">How deep the control is.</param>
    /// <returns>What was read; null where the tree is needed.</returns>
    public static PlainControl? Read(XmlReader xml, int depth)
    {
        var control = new PlainControl(xml);
        var contents = 0;
        for (; xml.Depth > depth; xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && control._cursor.Is("sdtContent"))
            {
                contents++;
                control.ReadContent();
            }
            else if (xml.NodeType is XmlNodeType.Element)
            {
                control._cursor.IsPlain &= control._cursor.Is("sdtEndPr");
                control._cursor.Skip();
            }
        }

        return control._cursor.IsPlain && control._tables == 1 && contents == 1 ? control : null;
    }

    private void ReadContent()
    {
        foreach (var name in _cursor.Children())
        {
            switch (name)
            {
                case "p":
                    var paragraph = new ParagraphText();
                    _text.ReadParagraph(paragraph);
                    Caption ??= _tables == 0 && paragraph.Text.Length > 0 ? paragraph.Text : null;
                    break;
                case "tbl":
                    _tables++;
                    ReadTable();
                    break;
                default:
                    _cursor.Skip(name, isKnown: false);
                    break;
            }
        }
    }

    private void ReadTable()
    {
        foreach (var name in _cursor.Children())
        {
            if (name == "tr")
            {
                ReadRow(_ordinal++);
            }
            else
            {
                _cursor.Skip(name, isKnown: name is "tblPr" or "tblGrid");
            }
        }
    }

    private void ReadRow(int ordinal)
    {
        var (cells, isDeleted, isHeading) = (_cells, false, false);
        cells.Clear();
        foreach (var name in _cursor.Children())
        {
            switch (name)
            {
                case "tc" when _text.ReadCell() is { } cell:
                    cells.Add(cell);
                    break;
                case "tc":
                    break;
                case "trPr":
                    foreach (var property in _cursor.Children())
                    {
                        isDeleted |= property == "del";
                        isHeading |= property == "tblHeader";
                        _cursor.Skip();
                    }

                    break;
                default:
                    _cursor.Skip(name, isKnown: name is "tblPrEx");
                    break;
            }
        }

        if (isDeleted)
        {
            return;
        }

        // The first row people see is a heading, and so is every row directly below it, as long as all of them say so.
        if (!_hasHeading)
        {
            (_hasHeading, _isHead) = (true, isHeading);
            _headings.AddRange(cells.Select(cell => string.Join(' ', cell)));
        }
        else if (_isHead &= isHeading)
        {
            return;
        }
        else
        {
            _rows.Add(new ShownRow([.. cells]));
            _places.Add(ordinal);
        }
    }
}
