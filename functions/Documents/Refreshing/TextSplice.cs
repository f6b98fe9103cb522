using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Insek.Office.Functions.Documents;

/// <summary>Writes the document's text with some of its rows edited, and every byte between them as it is: what nothing happens to need not be read.</summary>
/// <remarks>This needs UTF-8 and one prefix for WordprocessingML, declared where the text begins, as every Office writes it; <see cref="DocumentRewrite"/> needs neither.</remarks>
internal sealed class TextSplice : IDisposable
{
    private static readonly byte[] _declaration = "xmlns"u8.ToArray();
    private static readonly XmlReaderSettings _reading = Fragments();

    private readonly byte[] _text;
    private readonly XmlParserContext _context;
    private readonly byte[] _control;
    private readonly byte[] _row;
    private readonly byte[] _paragraph;
    private readonly MemoryStream _edited = new();
    private readonly XmlWriter _writer;
    private readonly List<Patch> _patches = [];

    private TextSplice(byte[] text, TextNames names)
    {
        (_text, _context) = (text, names.Context);
        (_control, _row, _paragraph) = (names.Of("sdt"), names.Of("tr"), names.Of("p"));
        _writer = XmlWriter.Create(_edited, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize });

        // Within an element that declares the same names, a row declares none of them again.
        _writer.WriteStartElement("text");
        foreach (var (prefix, uri) in names.Declared)
        {
            _writer.WriteAttributeString(prefix.Length == 0 ? "" : "xmlns", prefix.Length == 0 ? "xmlns" : prefix, XNamespace.Xmlns.NamespaceName, uri);
        }

        _writer.WriteWhitespace("\n");
    }

    /// <summary>Writes the text.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="edits">What becomes of content controls, by their number, see <see cref="ScannedTable.Number"/>.</param>
    /// <param name="target">Where to; stays open.</param>
    /// <returns>Whether it could be written in this way; if not, nothing is.</returns>
    public static bool TryWrite(byte[] text, IReadOnlyDictionary<int, ControlEdit> edits, Stream target)
    {
        if (TextNames.Read(text) is not { } names)
        {
            return false;
        }

        using var splice = new TextSplice(text, names);
        if (!splice.Find(edits))
        {
            return false;
        }

        splice.Write(target);
        return true;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _edited.Dispose();
    }

    private bool Find(IReadOnlyDictionary<int, ControlEdit> edits)
    {
        var tags = new XmlTags(_text);
        var (number, depth, declaring, isRoot) = (0, 0, new Stack<int>(), true);
        while (tags.Read())
        {
            if (tags.Kind is XmlTagKind.End)
            {
                if (declaring.TryPeek(out var declared) && declared == depth)
                {
                    declaring.Pop();
                }

                depth--;
                continue;
            }

            if (tags.Kind is XmlTagKind.Other)
            {
                continue;
            }

            if (tags.Name.SequenceEqual(_control) && edits.TryGetValue(number++, out var edit) && tags.Kind is XmlTagKind.Start)
            {
                // A name declared further in is not known where a row is read alone.
                if (declaring.Count > 0 || (edit.IsByRow && !EditRows(ref tags, edit)))
                {
                    return false;
                }

                if (!edit.IsByRow)
                {
                    number += EditControl(ref tags, edit);
                }

                continue;
            }

            if (tags.Kind is XmlTagKind.Start)
            {
                depth++;
                if (!isRoot && tags.Text.IndexOf(_declaration) >= 0)
                {
                    declaring.Push(depth);
                }

                isRoot = false;
            }
        }

        return true;
    }

    // Answers how many controls stand within.
    private int EditControl(ref XmlTags tags, ControlEdit edit)
    {
        var start = tags.Start;
        var control = Read(start, tags.SkipElement());
        var inner = control.Descendants(WordXml.W + "sdt").Count();
        edit.Apply(control);
        Put(start, tags.End, control);
        return inner;
    }

    // Controls that are edited row by row are plain: the content's children are paragraphs and the table, the table's are rows.
    private bool EditRows(ref XmlTags tags, ControlEdit edit)
    {
        var (rows, depth, ordinal, hasCaption) = (edit.ChangedRows, 0, 0, false);
        do
        {
            if (tags.Kind is XmlTagKind.End)
            {
                depth--;
                continue;
            }

            if (tags.Kind is XmlTagKind.Other)
            {
                continue;
            }

            var start = tags.Start;
            if (depth == 3 && tags.Name.SequenceEqual(_row))
            {
                var end = tags.SkipElement();
                if (rows.TryGetValue(ordinal++, out var row))
                {
                    var element = Read(start, end);
                    edit.ApplyCells(element, row);
                    Put(start, end, element);
                }
            }
            else if (depth == 2 && !hasCaption && ordinal == 0 && tags.Name.SequenceEqual(_paragraph))
            {
                var end = tags.SkipElement();
                var paragraph = Read(start, end);
                hasCaption = ShownText.Of(paragraph).Length > 0;
                if (hasCaption)
                {
                    edit.ApplyCaption(paragraph);
                    Put(start, end, paragraph);
                }
            }
            else if (tags.Text.IndexOf(_declaration) >= 0)
            {
                return false;
            }
            else
            {
                depth += tags.Kind is XmlTagKind.Start ? 1 : 0;
            }
        }
        while (depth > 0 && tags.Read());

        return true;
    }

    private XElement Read(int start, int end)
    {
        using var xml = XmlReader.Create(new MemoryStream(_text, start, end - start, writable: false), _reading, _context);
        xml.MoveToContent();
        return (XElement)XNode.ReadFrom(xml);
    }

    private void Put(int start, int end, XElement element)
    {
        _writer.Flush();
        var from = (int)_edited.Length;
        element.WriteTo(_writer);
        _writer.Flush();
        _patches.Add(new Patch(start, end, from, (int)_edited.Length - from));
    }

    private void Write(Stream target)
    {
        var (next, edited) = (0, _edited.GetBuffer());
        foreach (var patch in _patches)
        {
            target.Write(_text, next, patch.Start - next);
            target.Write(edited, patch.From, patch.Length);
            next = patch.End;
        }

        target.Write(_text, next, _text.Length - next);
    }

    private static XmlReaderSettings Fragments()
    {
        var settings = WordXml.Reading.Clone();
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        return settings;
    }

    private sealed record Patch(int Start, int End, int From, int Length);
}
