using System.Text;
using System.Xml;
using System.Xml.Linq;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Documents;

/// <summary>Edits one content control in the text: where its rows stay, only the cells that change are read, and the caption.</summary>
internal sealed class ControlSplice
{
    private static readonly XmlWriterSettings _writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ConformanceLevel = ConformanceLevel.Fragment,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly DocumentText _text;
    private readonly TextControl _control;
    private readonly ControlEdit _edit;
    private readonly List<Piece> _pieces = [];

    private ControlSplice(DocumentText text, TextControl control, ControlEdit edit) => (_text, _control, _edit) = (text, control, edit);

    /// <summary>Edits the control.</summary>
    /// <returns>What changes in the text, from its beginning to its end; null where that cannot be told from pieces read alone.</returns>
    public static TextPatch[]? Make(DocumentText text, TextControl control, ControlEdit edit)
    {
        var splice = new ControlSplice(text, control, edit);
        if (!edit.IsByRow)
        {
            splice._pieces.Add(new Piece(control.Start, control.End));
        }
        else if (!splice.FindPieces())
        {
            return null;
        }

        return splice.Edit();
    }

    // A control whose rows stay is plain: the content's children are paragraphs and the table, the table's are rows.
    private bool FindPieces()
    {
        var (row, paragraph, rows) = (_text.Name("tr"), _text.Name("p"), _edit.ChangedRows);
        var tags = new XmlTags(_text.Bytes.AsSpan(_control.Content, _control.Close - _control.Content));
        var (depth, ordinal) = (0, 0);
        while (tags.Read())
        {
            var start = tags.Start;
            if (tags.Kind is XmlTagKind.End or XmlTagKind.Other)
            {
                depth -= tags.Kind is XmlTagKind.End ? 1 : 0;
            }
            else if (depth == 2 && tags.Name.SequenceEqual(row))
            {
                tags.SkipElement();
                if (rows.TryGetValue(ordinal++, out var change))
                {
                    FindCells(_control.Content + start, _control.Content + tags.End, change);
                }
            }
            else if (depth == 1 && ordinal == 0 && tags.Name.SequenceEqual(paragraph))
            {
                tags.SkipElement();
                if (_edit.ChangesCaption)
                {
                    _pieces.Add(new Piece(_control.Content + start, _control.Content + tags.End));
                }
            }
            else if (tags.Declares)
            {
                // A name declared further in is not known where a row is read alone.
                return false;
            }
            else
            {
                depth += tags.Kind is XmlTagKind.Start ? 1 : 0;
            }
        }

        return true;
    }

    private void FindCells(int start, int end, OutcomeRow change)
    {
        // A cell that is struck out is none of those people see, and a name declared further in is not known where a cell is read alone.
        var bytes = _text.Bytes.AsSpan(start, end - start);
        if (bytes.IndexOf("cellDel"u8) >= 0 || bytes.IndexOf("xmlns"u8) >= 0)
        {
            _pieces.Add(new Piece(start, end) { Row = change });
            return;
        }

        var tags = new XmlTags(bytes);
        var (cell, depth, column) = (_text.Name("tc"), 0, 0);
        while (tags.Read())
        {
            var place = tags.Start;
            if (depth == 1 && tags.Kind is not XmlTagKind.End && tags.Name.SequenceEqual(cell))
            {
                tags.SkipElement();
                if (column < change.Cells.Count && change.Cells[column] is { } edit)
                {
                    _pieces.Add(new Piece(start + place, start + tags.End) { Cell = edit });
                }

                column++;
            }
            else
            {
                depth += tags.Kind is XmlTagKind.Start ? 1 : tags.Kind is XmlTagKind.End ? -1 : 0;
            }
        }
    }

    private TextPatch[] Edit()
    {
        using var written = new MemoryStream();
        using var writer = XmlWriter.Create(written, _writing);
        using var xml = _text.Read(ReadPieces());

        // Within an element that declares the same names, a piece declares none of them again.
        writer.WriteStartElement("text");
        foreach (var (prefix, uri) in _text.Declared)
        {
            writer.WriteAttributeString(prefix.Length == 0 ? "" : "xmlns", prefix.Length == 0 ? "xmlns" : prefix, XNamespace.Xmlns.NamespaceName, uri);
        }

        writer.WriteWhitespace("\n");
        writer.Flush();
        var (edited, hasCaption) = (new List<(Piece Piece, int Start, int End)>(_pieces.Count), false);
        foreach (var piece in _pieces)
        {
            xml.MoveToContent();
            var element = (XElement)XNode.ReadFrom(xml);
            if (Change(element, piece, ref hasCaption))
            {
                var start = (int)written.Length;
                element.WriteTo(writer);
                writer.Flush();
                edited.Add((piece, start, (int)written.Length));
            }
        }

        var buffer = written.GetBuffer();
        return [.. edited.Select(edit => new TextPatch(edit.Piece.Start, edit.Piece.End, buffer.AsMemory(edit.Start, edit.End - edit.Start)))];
    }

    private bool Change(XElement element, Piece piece, ref bool hasCaption)
    {
        if (piece.Cell is { } cell)
        {
            _edit.ApplyCell(element, cell);
            return true;
        }

        if (piece.Row is { } row)
        {
            _edit.ApplyCells(element, row);
            return true;
        }

        if (!_edit.IsByRow)
        {
            _edit.Apply(element);
            return true;
        }

        // The first paragraph that says anything; an empty one above it is none.
        if (hasCaption || ShownText.Of(element).Length == 0)
        {
            return false;
        }

        hasCaption = true;
        _edit.ApplyCaption(element);
        return true;
    }

    private MemoryStream ReadPieces()
    {
        var pieces = new MemoryStream(_pieces.Sum(piece => piece.End - piece.Start));
        foreach (var piece in _pieces)
        {
            pieces.Write(_text.Bytes, piece.Start, piece.End - piece.Start);
        }

        pieces.Position = 0;
        return pieces;
    }

    /// <summary>A piece of the text that is read: a cell, a row, or, where it is neither, a paragraph that may be the caption, or the control.</summary>
    private readonly record struct Piece(int Start, int End)
    {
        public OutcomeCell? Cell { get; init; }

        public OutcomeRow? Row { get; init; }
    }
}
