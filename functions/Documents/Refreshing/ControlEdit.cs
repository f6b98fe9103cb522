using System.Text.RegularExpressions;
using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Documents;

/// <summary>Makes a content control show what a refresh has led to. Rows, cells and paragraphs that stay are not touched; caption and bookmark stay but for the day.</summary>
/// <param name="outcome">What the table is to become.</param>
/// <param name="current">The table as the concept has it.</param>
/// <param name="revisions">Marks what is changed; null where nothing is marked.</param>
/// <param name="places">Where the rows stand, see <see cref="ScannedTable.RowPlaces"/>.</param>
internal sealed partial class ControlEdit(RefreshOutcome outcome, Table current, Revisions? revisions, int[]? places)
{
    private static readonly XNamespace _w = WordXml.W;

    private readonly ParagraphEdit _paragraphs = new(revisions);

    /// <summary>Whether all rows stay where they are, so that those whose cells change can be edited one by one.</summary>
    public bool IsByRow => places is not null && outcome.KeepsRows(places.Length) && !outcome.Rows.Any(row => row.IsMoved);

    /// <summary>The rows whose cells change, by the number of their row element in the table, counted from 0.</summary>
    public Dictionary<int, OutcomeRow> ChangedRows => outcome.Rows.Index().Where(row => row.Item.ChangesCells).ToDictionary(row => places![row.Index], row => row.Item);

    /// <summary>Edits the control.</summary>
    public void Apply(XElement control)
    {
        var read = TableControl.Of(control);
        if (read.Caption is { } caption)
        {
            ApplyCaption(caption);
        }

        if (outcome.ReplacesTable)
        {
            read.Table!.ReplaceWith(NewTable());
        }
        else
        {
            ApplyRows(read);
        }
    }

    /// <summary>Whether the day in the caption is set: once nothing is left.</summary>
    public bool ChangesCaption => outcome.Left.Count == 0 && current.AsOf is not null;

    /// <summary>Sets the day in the caption.</summary>
    public void ApplyCaption(XElement caption)
    {
        if (ChangesCaption)
        {
            SetStand(caption, current.AsOf!.Value);
        }
    }

    /// <summary>Edits the cells of a row.</summary>
    public void ApplyCells(XElement element, OutcomeRow row)
    {
        foreach (var (cell, edit) in TableControl.CellsOf(element).Zip(row.Cells).Where(pair => pair.Second is not null).ToArray())
        {
            ApplyCell(cell, edit!);
        }
    }

    private void ApplyRows(TableControl read)
    {
        var kept = outcome.Rows.Where(row => row.Shown is not null).Select(row => row.Shown!.Value).ToHashSet();
        var model = read.Rows.Count > 0 ? ParagraphEdit.WithoutMarks(read.Rows[0]) : null;
        var previous = read.Headings.Count == 0 ? null : read.Headings[^1];
        foreach (var row in outcome.Rows)
        {
            if (row.Shown is not { } place)
            {
                previous = Put(read, Create(row, model), previous);
                continue;
            }

            var element = read.Rows[place];
            if (row.IsMoved)
            {
                element = Move(read, element, previous);
            }

            ApplyCells(element, row);
            previous = element;
            model = ParagraphEdit.WithoutMarks(element);
        }

        foreach (var (place, row) in read.Rows.Index().Where(entry => !kept.Contains(entry.Index)))
        {
            TakeOut(row);
        }
    }

    private static XElement Put(TableControl read, XElement row, XElement? previous)
    {
        if (previous is null)
        {
            read.Table!.Add(row);
        }
        else
        {
            previous.AddAfterSelf(row);
        }

        return row;
    }

    private XElement Move(TableControl read, XElement row, XElement? previous)
    {
        if (revisions is null)
        {
            row.Remove();
            return Put(read, row, previous);
        }

        // Marks of comments and bookmarks stay with the row that is struck out.
        var copy = ParagraphEdit.WithoutMarks(row);
        copy.Descendants().Where(element => element.Name.Namespace == _w && element.Name.LocalName is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "commentReference").Remove();
        foreach (var run in copy.Descendants(_w + "r").ToArray())
        {
            run.ReplaceWith(revisions.Insert(run));
        }

        foreach (var paragraph in copy.Descendants(_w + "p"))
        {
            revisions.MarkEnd(paragraph, inserted: true);
        }

        revisions.MarkRow(copy, inserted: true);
        TakeOut(row);
        return Put(read, copy, previous);
    }

    private void TakeOut(XElement row)
    {
        if (revisions is null)
        {
            row.Remove();
            return;
        }

        foreach (var paragraph in row.Descendants(_w + "p").ToArray())
        {
            ParagraphEdit.Strike(paragraph, revisions, keepsEnd: false);
        }

        revisions.MarkRow(row, inserted: false);
    }

    private XElement Create(OutcomeRow row, XElement? model)
    {
        var cells = model is null ? [] : TableControl.CellsOf(model).ToArray();
        var created = new XElement(_w + "tr", model?.Element(_w + "trPr"));
        foreach (var (index, cell) in row.Cells.Index())
        {
            var like = index < cells.Length ? cells[index] : null;
            var width = new XElement(_w + "tcPr", new XElement(_w + "tcW", new XAttribute(_w + "w", current.Columns[index].Share * 50), new XAttribute(_w + "type", "pct")));
            created.Add(new XElement(
                _w + "tc",
                like?.Element(_w + "tcPr") ?? width,
                cell!.Paragraphs.Select(paragraph => paragraph.Text!).DefaultIfEmpty("").Select(text => _paragraphs.Create(text, like?.Element(_w + "p")))));
        }

        revisions?.MarkRow(created, inserted: true);
        return created;
    }

    /// <summary>Edits a cell.</summary>
    public void ApplyCell(XElement cell, OutcomeCell edit)
    {
        var shown = ShownParagraph.Of(cell);
        var texts = shown.Where(paragraph => TableHash.Normalize(paragraph.Text).Length > 0).ToArray();
        var kept = edit.Paragraphs.Where(paragraph => paragraph.Shown is not null).Select(paragraph => paragraph.Shown!.Value).ToHashSet();
        var (previous, last) = ((XElement?)null, -1);
        foreach (var paragraph in edit.Paragraphs)
        {
            if (paragraph.Shown is { } place && place > last)
            {
                if (paragraph.Text is { } text)
                {
                    _paragraphs.SetText(texts[place], text);
                }

                (previous, last) = (texts[place].Elements[^1], place);
            }
            else if (previous is null && texts.Length == 0 && shown.Count > 0)
            {
                _paragraphs.SetText(shown[0], paragraph.Text!);
                previous = shown[0].Elements[^1];
            }
            else
            {
                previous = PutParagraph(cell, previous, paragraph.Text ?? texts[paragraph.Shown!.Value].Text, texts.FirstOrDefault() ?? shown.FirstOrDefault());
                kept.ExceptWith(paragraph.Shown is { } moved ? [moved] : []);
            }
        }

        foreach (var (_, paragraph) in texts.Index().Where(entry => !kept.Contains(entry.Index)))
        {
            _paragraphs.Remove(paragraph);
        }
    }

    private XElement PutParagraph(XElement cell, XElement? previous, string text, ShownParagraph? model)
    {
        var created = _paragraphs.Create(text, previous ?? model?.Elements[0]);
        if (previous is not null)
        {
            previous.AddAfterSelf(created);
        }
        else if (cell.Element(_w + "tcPr") is { } properties)
        {
            properties.AddAfterSelf(created);
        }
        else
        {
            cell.AddFirst(created);
        }

        return created;
    }

    private void SetStand(XElement caption, DateTimeOffset asOf)
    {
        var text = ShownText.Of(caption);
        if (Day().Match(text) is { Success: true } day && day.Value != DocumentTexts.Stand(asOf))
        {
            _paragraphs.SetText(new ShownParagraph([caption], text), string.Concat(text.AsSpan(0, day.Index), DocumentTexts.Stand(asOf), text.AsSpan(day.Index + day.Length)));
        }
    }

    private XElement NewTable()
    {
        var written = new XDocument();
        using (var xml = written.CreateWriter())
        {
            WordTable.WriteTable(xml, current);
        }

        return written.Root!;
    }

    // As DocumentTexts.Stand writes it.
    [GeneratedRegex(@"Stand: \d{2}\.\d{2}\.\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
