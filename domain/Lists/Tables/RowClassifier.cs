using System.Buffers;
using System.Collections.Concurrent;

namespace Insek.Office.Domain.Lists;

/// <summary>Tells what each row of a table is; none is left out.</summary>
/// <remarks>
/// What is not beyond doubt is <see cref="RowKind.Unclear"/>, for a person to decide.
/// The file is longer than most, because the order of its questions is the rule: a test row may say "entfällt", and a sum may have a title.
/// </remarks>
public sealed class RowClassifier
{
    private const int MaxGroup = 150;

    private static readonly SearchValues<char> _amounts = SearchValues.Create("0123456789.,-€ ");

    private readonly ListTable table;
    private readonly TableHeader header;
    private readonly Func<string, bool> isSector;
    private readonly IReadOnlyDictionary<string, RowDecision> decisions;
    private readonly int title;
    private readonly int? number;
    private readonly RepeatedHeadings headings;
    private readonly bool titlesStandAlone;
    private readonly int[] tellingCancelled;
    private readonly int? describing;
    private readonly Dictionary<int, MergedCells> wide;
    private readonly HashSet<int> continued;

    // Cells of a list repeat themselves.
    private readonly ConcurrentDictionary<string, bool> cancelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="header">Its headings, with a column for the title.</param>
    /// <param name="isSector">Whether a text names a sector concept; asked from several threads.</param>
    /// <param name="decisions">What a person decided, by <see cref="KeyOf"/>.</param>
    /// <exception cref="ArgumentException">No column holds the title.</exception>
    public RowClassifier(ListTable table, TableHeader header, Func<string, bool> isSector, IReadOnlyDictionary<string, RowDecision> decisions)
    {
        (this.table, this.header, this.isSector, this.decisions) = (table, header, isSector, decisions);
        title = header.TitlePlace ?? throw new ArgumentException("No column holds the title.", nameof(header));
        number = header.PlaceOf(ListField.Number);
        tellingCancelled = [.. new[] { ListField.State, ListField.Number, ListField.Priority, ListField.Horizon }.Select(header.PlaceOf).OfType<int>()];
        describing = header.PlaceOf(ListField.Description);
        headings = new RepeatedHeadings(table, header);
        wide = table.Merges.Where(merge => merge.ToColumn > merge.FromColumn && merge.FromRow == merge.ToRow).GroupBy(merge => merge.FromRow).ToDictionary(group => group.Key, group => group.MaxBy(merge => merge.ToColumn - merge.FromColumn));
        continued = [.. table.Merges.Where(merge => merge.FromColumn <= title && title <= merge.ToColumn && merge.ToRow > merge.FromRow).SelectMany(merge => Enumerable.Range(merge.FromRow + 1, merge.ToRow - merge.FromRow))];
        titlesStandAlone = TitlesStandAlone();
    }

    /// <summary>Every row of the table with what it is, in its order.</summary>
    public IEnumerable<ClassifiedRow> Classify()
    {
        string? group = null;
        var twins = new RowTwins(title);
        keys.Clear();

        // What a row is by itself can be told side by side; what the rows above make of it cannot.
        var rows = SideBySide.Select(table.Lines.Count, ClassifyAlone);
        var (keyRepeats, titleRepeats) = (new RepeatedHashes(Array.ConvertAll(rows, row => row.KeyHash)), new RepeatedHashes(Array.ConvertAll(rows, row => row.TitleHash)));
        for (var i = 0; i < rows.Length; i++)
        {
            var (alone, key) = (rows[i].Row, rows[i].Key);
            alone.Key = key is null ? "" : keyRepeats.MayBe(rows[i].KeyHash) ? Numbered(key) : key;
            var row = key is null ? alone : Decide(alone);
            if (row.Kind is RowKind.Group)
            {
                group = row.Text;
            }
            else if (row.Kind is RowKind.Measure or RowKind.Unclear && titleRepeats.MayBe(rows[i].TitleHash) && twins.Find(row.Line, group) is { } twin)
            {
                row = row with { Kind = RowKind.Duplicate, Reason = "same-as-row", Text = twin.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            }

            row.Group = group;
            yield return row;
        }
    }

    /// <summary>A row by its texts: number and title where it has them, else everything in it.</summary>
    public static string KeyOf(ListLine line, int? number, int title)
    {
        var key = !line.Has(title) ? Everything(line)
            : (number is { } place ? CellText.Clean(line[place].Text) : "", CellText.Clean(line[title].Text)) switch
            {
                ("", var named) => named,
                (var numbered, "") => numbered,
                var (numbered, named) => $"{numbered} | {named}",
            };
        return key.Length > 200 ? key[..200] : key;
    }

    private static string Everything(ListLine line) => string.Join(" | ", line.Filled.Select(column => CellText.Clean(line[column].Text)).Where(part => part.Length > 0));

    private RowAlone ClassifyAlone(int index)
    {
        var line = table.Lines[index];
        var (row, key) = ClassifyAlone(index, line);
        return new RowAlone(row, key, key is null ? 0 : RepeatedHashes.Of(key), line.IsBlank ? 0 : RepeatedHashes.Of(RowTwins.TextOf(line, title)));
    }

    private (ClassifiedRow Row, string? Key) ClassifyAlone(int index, ListLine line)
    {
        if (line.IsBlank)
        {
            return (new ClassifiedRow(line, RowKind.Blank, "blank"), null);
        }

        if (header.Lines.Contains(index))
        {
            return (new ClassifiedRow(line, RowKind.Heading, "heading"), null);
        }

        if (header.Around.TryGetValue(index, out var around))
        {
            return (new ClassifiedRow(line, around, around is RowKind.Unit ? "units" : "technical-names"), null);
        }

        return (index < header.FirstBelow ? new ClassifiedRow(line, RowKind.Title, "above-headings") : Below(line), KeyOf(line, number, title));
    }

    private ClassifiedRow Decide(ClassifiedRow row)
    {
        if (row.Kind is RowKind.Title || decisions.Count == 0 || !decisions.TryGetValue(CellText.Fold(row.Key), out var decision))
        {
            return row;
        }

        return decision switch
        {
            RowDecision.Skip => new ClassifiedRow(row.Line, RowKind.Skipped, "decided"),
            RowDecision.Group => Group(row.Line, "decided"),
            _ => new ClassifiedRow(row.Line, RowKind.Measure, "decided"),
        } with
        { Key = row.Key };
    }

    // The second row with the same texts is another row: what is decided about it is not decided about the first.
    private string Numbered(string key)
    {
        ref var times = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(keys, key, out _);
        times++;
        return times == 1 ? key : FormattableString.Invariant($"{key} #{times}");
    }

    private ClassifiedRow Below(ListLine line)
    {
        if (headings.Contain(line))
        {
            return new ClassifiedRow(line, RowKind.Heading, "repeated-heading");
        }

        if (HeaderFinder.IsUnits(line) || HeaderFinder.IsTechnical(line))
        {
            return HeaderFinder.IsUnits(line) ? new ClassifiedRow(line, RowKind.Unit, "units") : new ClassifiedRow(line, RowKind.Technical, "technical-names");
        }

        var filled = line.Filled;
        var first = CellText.Fold(line[filled[0]].Text);
        if (IsFooter(line, filled, first) is { } footer)
        {
            return new ClassifiedRow(line, RowKind.Footer, footer);
        }

        return line.Has(title) ? WithTitle(line, filled) : WithoutTitle(line, filled, first);
    }

    private ClassifiedRow WithTitle(ListLine line, int[] filled)
    {
        // A folded title of every row would be thrown away at once.
        var clean = CellText.Clean(line[title].Text);
        var room = clean.Length <= CellText.MaxOnStack / 2 ? stackalloc char[CellText.MaxOnStack] : new char[clean.Length * 2];
        ReadOnlySpan<char> folded = room[..CellText.Fold(clean, room)];
        if (RowWords.IsTest(folded))
        {
            return new ClassifiedRow(line, RowKind.Test, "test-word");
        }

        if (continued.Contains(line.Number))
        {
            return new ClassifiedRow(line, RowKind.Unclear, "continues-row");
        }

        if (RowWords.IsCancelled(folded) || RowWords.EndsCancelled(folded) || SaysCancelled(line))
        {
            return new ClassifiedRow(line, RowKind.Cancelled, "says-cancelled");
        }

        if (RowWords.Reference(clean) is { } reference)
        {
            return new ClassifiedRow(line, RowKind.Reference, "refers") { RefersTo = reference };
        }

        if (Spans(line, filled))
        {
            return Group(line, "spans-row");
        }

        if (filled.Length == 1)
        {
            return isSector(clean) || RowWords.SaysGroup(folded) ? Group(line, "names-sector")
                : titlesStandAlone || StartsWithNumber(line) ? new ClassifiedRow(line, RowKind.Measure, "has-title")
                : new ClassifiedRow(line, RowKind.Unclear, "title-alone");
        }

        if (filled.Length == 2 && number is { } place && line.Has(place) && !titlesStandAlone && (isSector(clean) || RowWords.SaysGroup(CellText.Fold(line[place].Text))))
        {
            return Group(line, "names-sector");
        }

        if (OtherReference(line) is { } other)
        {
            return new ClassifiedRow(line, RowKind.Unclear, "title-and-reference") { RefersTo = other };
        }

        return new ClassifiedRow(line, RowKind.Measure, "has-title");
    }

    private ClassifiedRow WithoutTitle(ListLine line, int[] filled, string first)
    {
        if (SaysCancelled(line) || filled.Any(column => RowWords.IsCancelled(CellText.Fold(line[column].Text))))
        {
            return new ClassifiedRow(line, RowKind.Cancelled, "says-cancelled");
        }

        foreach (var column in filled)
        {
            if (RowWords.Reference(CellText.Clean(line[column].Text)) is { } reference)
            {
                return new ClassifiedRow(line, RowKind.Reference, "refers") { RefersTo = reference };
            }
        }

        if (Spans(line, filled))
        {
            return Group(line, "spans-row");
        }

        if (filled.Length == 1)
        {
            return RowWords.IsTest(first) ? new ClassifiedRow(line, RowKind.Test, "test-word")
                : filled[0] == number && MeasureNumber.TryParse(line[filled[0]].Text) is not null ? new ClassifiedRow(line, RowKind.Unclear, "number-only")
                : filled[0] < title && first.Length <= MaxGroup ? Group(line, isSector(CellText.Clean(line[filled[0]].Text)) ? "names-sector" : "alone-in-row")
                : new ClassifiedRow(line, RowKind.Unclear, "no-title");
        }

        return new ClassifiedRow(line, RowKind.Unclear, "no-title");
    }

    private static ClassifiedRow Group(ListLine line, string reason) => new(line, RowKind.Group, reason)
    {
        Text = RowWords.BareGroup(string.Join(' ', line.Filled.Select(column => CellText.Clean(line[column].Text)).Distinct())),
    };

    private string? IsFooter(ListLine line, int[] filled, string first)
    {
        var numbered = number is { } place && place != filled[0] && line.Has(place);
        if (!numbered && (RowWords.IsSum(first) || (line.Has(title) && filled[0] == number && RowWords.MaySum(line[title].Written) && RowWords.IsSum(CellText.Fold(line[title].Text)))))
        {
            return "sum";
        }

        if (filled.Length <= 3 && RowWords.IsRemark(first))
        {
            return "remark";
        }

        return !line.Has(title) && filled[0] > title && HoldsOnlyNumbers(line, filled) ? "numbers-only" : null;
    }

    private static bool HoldsOnlyNumbers(ListLine line, int[] filled) =>
        Array.TrueForAll(filled, column => line[column].Number is not null || line[column].Written.AsSpan().IndexOfAnyExcept(_amounts) < 0);

    private bool SaysCancelled(ListLine line)
    {
        foreach (var place in tellingCancelled)
        {
            if (line.Has(place) && line[place].Written is { Length: >= RowWords.MinCancelled and <= 80 } written && cancelled.GetOrAdd(written, static text => RowWords.IsCancelled(CellText.Fold(text))))
            {
                return true;
            }
        }

        return describing is { } description && line.Has(description) && line[description].Written.Length < 40 && RowWords.IsCancelled(CellText.Fold(line[description].Text));
    }

    private MeasureNumber? OtherReference(ListLine line)
    {
        foreach (var column in line.Filled)
        {
            if (column != title && line[column] is { Number: null, Written: { Length: > 6 and <= 80 } written }
                && RowWords.MayRefer(written) && RowWords.Reference(CellText.Clean(written)) is { } reference)
            {
                return reference;
            }
        }

        return null;
    }

    // A text over most of the table's width is no cell of one measure.
    private bool Spans(ListLine line, int[] filled) =>
        filled.Length == 1 && line[filled[0]].Written.Length <= MaxGroup && wide.TryGetValue(line.Number, out var merge) && merge.FromColumn == filled[0]
        && (merge.ToColumn - merge.FromColumn + 1) * 2 >= header.Columns.Count && merge.ToColumn - merge.FromColumn >= 1;

    private bool StartsWithNumber(ListLine line) =>
        header.PlaceOf(ListField.NumberAndTitle) == title && NumberReader.ReadWithTitle(line[title], NumberColumn.Unknown).Value?.Number is not null;

    private bool TitlesStandAlone()
    {
        if (header.Columns.Count == 1)
        {
            return true;
        }

        var (alone, withTitle) = (0, 0);
        foreach (var line in table.Lines.Skip(header.FirstBelow))
        {
            if (line.Has(title))
            {
                withTitle++;
                alone += line.Filled.Length == 1 ? 1 : 0;
            }
        }

        return alone * 2 > withTitle;
    }
}
