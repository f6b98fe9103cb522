namespace Insek.Office.Domain.Lists;

/// <summary>A row of an edition, as far as it tells which measure it is about.</summary>
/// <param name="Index">Its place among the rows that are compared.</param>
/// <param name="Key">The row by its texts, for decisions.</param>
/// <param name="Sector">Its sector concept; null where nobody knows it yet.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsMeasure">Whether it is a measure; a cancelled row and a reference only name one.</param>
public sealed record EditionRow(int Index, string Key, SectorKey? Sector, MeasureNumber? Number, string Title, bool IsMeasure);

/// <summary>What a row was found to be about.</summary>
/// <param name="Measure">The measure of the concept; null where it has none.</param>
/// <param name="Candidates">Measures that it may be about; a person says which, or that it is new.</param>
public sealed record EditionMatch(Measure? Measure, ValueList<ItemId> Candidates)
{
    /// <summary>A row about no measure that the concept has.</summary>
    public static EditionMatch New { get; } = new(null, []);
}

/// <summary>A measure of the concept that is several in this edition.</summary>
/// <param name="Old">The measure.</param>
/// <param name="Rows">The rows, by their index.</param>
public sealed record EditionSplit(Measure Old, ValueList<int> Rows);

/// <summary>What is different between the concept and an edition of a list.</summary>
/// <param name="Matches">Each row's measure, by the row's index.</param>
/// <param name="Gone">Measures that came from this list and are not in this edition.</param>
/// <param name="Splits">Measures that are several now.</param>
public sealed record EditionComparison(IReadOnlyDictionary<int, EditionMatch> Matches, IReadOnlyList<Measure> Gone, IReadOnlyList<EditionSplit> Splits);

/// <summary>Compares an edition of a list with what a concept has from earlier ones.</summary>
/// <remarks>
/// The number tells a measure first; without one, or where the concept has none for it, the title within the same sector concept does.
/// A title that merely resembles one is asked. Nothing is deleted: what is gone is only named.
/// </remarks>
public sealed class Edition
{
    // Rows beyond this are new to so large a part that asking about each would help nobody.
    private const int MaxAsked = 500;

    private readonly string list;
    private readonly bool numbersPerSector;
    private readonly IReadOnlyDictionary<string, string> decisions;
    private readonly IReadOnlyDictionary<ItemId, Measure> all;
    private readonly Measure[] known;
    private readonly Dictionary<(SectorKey?, string), Measure> byNumber = [];
    private readonly Dictionary<SectorKey, Dictionary<string, Measure>> byTitle = [];
    private readonly HashSet<ItemId> taken = [];

    /// <summary>Prepares the concept's measures.</summary>
    /// <param name="present">All measures of the concept.</param>
    /// <param name="list">What the list is called: measures of other lists are none of its business.</param>
    /// <param name="numbersPerSector">Whether numbers count anew in every sector concept.</param>
    /// <param name="decisions">What a person decided, by the row's folded key: "new", or "same:" and the measure's id.</param>
    public Edition(IEnumerable<Measure> present, string list, bool numbersPerSector, IReadOnlyDictionary<string, string> decisions)
    {
        (this.list, this.numbersPerSector, this.decisions) = (list, numbersPerSector, decisions);
        all = present.ToDictionary(measure => measure.Id);
        known = [.. all.Values.Where(measure => measure.Origin is null || measure.Origin.List == list)];
        foreach (var measure in known)
        {
            if (NumberOf(measure) is { } number)
            {
                byNumber.TryAdd((numbersPerSector ? measure.Content.Sector : null, number.Key), measure);
            }

            (byTitle.TryGetValue(measure.Content.Sector, out var titles) ? titles : byTitle[measure.Content.Sector] = new(StringComparer.Ordinal)).TryAdd(TitleKey(measure.Content.Title), measure);
        }
    }

    /// <summary>What a title is compared by.</summary>
    public static string TitleKey(string title) => HeadingText.KeyOf(title);

    /// <summary>Compares.</summary>
    public EditionComparison Compare(IReadOnlyList<EditionRow> rows)
    {
        // Sized at once: what grows to tens of thousands leaves large garbage behind, and large garbage makes the collector look at everything.
        var matches = new Dictionary<int, EditionMatch>(rows.Count);
        foreach (var row in rows)
        {
            if (Decided(row) is { } decided)
            {
                matches[row.Index] = decided;
            }
        }

        Take(rows, matches, ByNumber);
        Take(rows, matches, ByTitle);
        var splits = Splits(rows, matches);
        Ask(rows, matches, splits);
        foreach (var row in rows)
        {
            matches.TryAdd(row.Index, EditionMatch.New);
        }

        var asked = matches.Values.SelectMany(match => match.Candidates).ToHashSet();
        var split = splits.Select(found => found.Old.Id).ToHashSet();
        var gone = known.Where(measure => measure.Origin is not null && !taken.Contains(measure.Id) && !split.Contains(measure.Id) && !asked.Contains(measure.Id));
        return new EditionComparison(matches, [.. gone], splits);
    }

    /// <summary>The number that a measure's external id holds, without what was put in front to tell lists and sector concepts apart.</summary>
    public MeasureNumber? NumberOf(Measure measure)
    {
        var text = measure.ExternalId;
        foreach (var prefix in (string[])[$"{list}/", $"{measure.Content.Sector.Value}/"])
        {
            text = text?.StartsWith(prefix, StringComparison.Ordinal) is true ? text[prefix.Length..] : text;
        }

        return MeasureNumber.TryParse(text);
    }

    private void Take(IReadOnlyList<EditionRow> rows, Dictionary<int, EditionMatch> matches, Func<EditionRow, Measure?> find)
    {
        // Found side by side; who comes first takes it.
        var found = SideBySide.Select(rows.Count, i => matches.ContainsKey(rows[i].Index) ? null : find(rows[i]));
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] is { } measure && (!rows[i].IsMeasure || !taken.Contains(measure.Id)))
            {
                taken.Add(measure.Id);
                matches[rows[i].Index] = new EditionMatch(measure, []);
            }
        }
    }

    private EditionMatch? Decided(EditionRow row)
    {
        if (decisions.Count == 0 || !decisions.TryGetValue(CellText.Fold(row.Key), out var decision))
        {
            return null;
        }

        if (decision == "new")
        {
            return EditionMatch.New;
        }

        var id = decision.StartsWith("same:", StringComparison.Ordinal) && Identifier.IsValid(decision[5..]) ? new ItemId(decision[5..]) : (ItemId?)null;
        return id is { } same && all.TryGetValue(same, out var measure) && taken.Add(same) ? new EditionMatch(measure, []) : null;
    }

    private Measure? ByNumber(EditionRow row) =>
        row.Number is { } number && byNumber.TryGetValue((numbersPerSector ? row.Sector : null, number.Key), out var measure) ? measure : null;

    // A number that the list gave to something else now: then the title alone does not tell, and a person is asked.
    private Measure? ByTitle(EditionRow row) =>
        row.Sector is { } sector && row.Title.Length > 0 && byTitle.TryGetValue(sector, out var titles) && Find(titles, row.Title) is { } measure && (row.Number is null || NumberOf(measure) is null) ? measure : null;

    // As TitleKey, but most rows of a new list are found nowhere, and a key that finds nothing need not be kept.
    private static Measure? Find(Dictionary<string, Measure> titles, string title)
    {
        var clean = CellText.Clean(title);
        var key = clean.Length <= CellText.MaxOnStack / 2 ? stackalloc char[CellText.MaxOnStack] : new char[clean.Length * 2];
        return titles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..HeadingText.KeyOf(clean, key)], out var measure) ? measure : null;
    }

    private List<EditionSplit> Splits(IReadOnlyList<EditionRow> rows, Dictionary<int, EditionMatch> matches)
    {
        var free = known.Where(measure => !taken.Contains(measure.Id) && measure.Origin is not null).Select(measure => (measure, Number: NumberOf(measure))).Where(pair => pair.Number is not null).ToArray();
        if (free.Length == 0)
        {
            return [];
        }

        var splits = new List<EditionSplit>();
        var open = rows.Where(row => row.IsMeasure && row.Number is not null && !matches.ContainsKey(row.Index)).ToArray();
        foreach (var scope in free.GroupBy(pair => numbersPerSector ? pair.measure.Content.Sector : (SectorKey?)null))
        {
            var candidates = open.Where(row => !numbersPerSector || row.Sector == scope.Key).ToArray();
            foreach (var split in NumberSplits.Find(scope.Select(pair => pair.Number!), candidates.Select(row => row.Number!)))
            {
                var old = scope.First(pair => pair.Number == split.Old).measure;
                var parts = candidates.Where(row => split.Parts.Contains(row.Number!)).Select(row => row.Index).ToValueList();
                if (!split.OldRemains)
                {
                    splits.Add(new EditionSplit(old, parts));
                }
            }
        }

        return splits;
    }

    private void Ask(IReadOnlyList<EditionRow> rows, Dictionary<int, EditionMatch> matches, List<EditionSplit> splits)
    {
        var old = splits.Select(split => split.Old.Id).ToHashSet();
        var free = known.Where(measure => measure.Origin is not null && !taken.Contains(measure.Id) && !old.Contains(measure.Id)).ToArray();
        if (free.Length is 0 or > 5_000)
        {
            return;
        }

        var parts = splits.SelectMany(split => split.Rows).ToHashSet();
        var titles = new TitleIndex(free);
        var asked = 0;
        foreach (var row in rows.Where(row => row.IsMeasure && row.Sector is not null && row.Title.Length > 0 && !matches.ContainsKey(row.Index) && !parts.Contains(row.Index)))
        {
            if (titles.Near(row.Sector!.Value, row.Title) is { Count: > 0 } near && asked++ < MaxAsked)
            {
                matches[row.Index] = new EditionMatch(null, near);
            }
        }
    }
}
