using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A list that was read, beside what the concept has from it; with everything that needs a person.</summary>
internal sealed partial class ListEditionReading
{
    private const int MaxName = MeasureOrigin.MaxName;

    private readonly ListDecisions decisions;
    private readonly ConceptSnapshot present;
    private readonly ListTexts texts;

    public ListEditionReading(ListReading reading, ListDecisions decisions, ConceptSnapshot present, string? fileName, ListTexts texts)
    {
        (Reading, this.decisions, this.present, this.texts) = (reading, decisions, present, texts);
        Rows = reading.Candidates.ToArray();
        Name = NameOf(fileName);
        var numbersRepeat = NumbersRepeat();
        NumbersPerSector = decisions.Mapping.NumbersPerSector ?? (numbersRepeat && NumbersDifferWithinSectors());
        AskAboutList();
        AskAboutColumns();
        AskAboutRows();
        Compared = Compare();
        if (numbersRepeat)
        {
            AskAboutNumbers();
        }

        AskAboutSectors();
        AskAboutCells();
        SetExternalIds();
    }

    public ListReading Reading { get; }

    /// <summary>All rows that are measures, were, or may be.</summary>
    public IReadOnlyList<ListedRow> Rows { get; }

    /// <summary>What the list is called.</summary>
    public string Name { get; }

    public bool NumbersPerSector { get; }

    public ListQuestions Questions { get; } = new();

    public EditionComparison Compared { get; }

    public ListDecisions Decisions => decisions;

    public ConceptSnapshot Present => present;

    // The next edition has another file name, but mostly the same titles.
    private string NameOf(string? fileName)
    {
        if (CellText.Clean(decisions.Mapping.List) is { Length: > 0 } told)
        {
            return told;
        }

        if (!present.Measures.Any(measure => measure.Origin is not null))
        {
            return CellText.Clean(fileName) is { Length: > 0 } first ? first[..Math.Min(first.Length, MaxName)] : texts.Of("List.unnamed");
        }

        var titles = Rows.Where(row => row.Measure.Title is not null).Select(row => Edition.TitleKey(row.Measure.Title!)).ToHashSet(StringComparer.Ordinal);
        var known = present.Measures.Where(measure => measure.Origin is not null)
            .GroupBy(measure => measure.Origin!.List, StringComparer.Ordinal)
            .Select(list => (list.Key, Same: list.Count(measure => titles.Contains(Edition.TitleKey(measure.Content.Title))), All: list.Count()))
            .Where(list => list.Same * 3 >= Math.Min(list.All, Math.Max(titles.Count, 1)))
            .OrderByDescending(list => list.Same).ThenBy(list => list.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        var name = known.Key ?? (CellText.Clean(fileName) is { Length: > 0 } file ? file : texts.Of("List.unnamed"));
        return name.Length > MaxName ? name[..MaxName] : name;
    }

    private IEnumerable<ListedRow> Numbered => Rows.Where(row => row is { Row.Kind: RowKind.Measure, Measure.Number: not null });

    private bool NumbersRepeat()
    {
        var seen = new HashSet<string>(Rows.Count, StringComparer.Ordinal);
        return Numbered.Any(row => !seen.Add(row.Measure.Number!.Key));
    }

    private bool NumbersDifferWithinSectors()
    {
        var seen = new HashSet<(string, string)>(Rows.Count);
        return Numbered.All(row => seen.Add((row.Measure.Number!.Key, ScopeOf(row))));
    }

    private static string ScopeOf(ListedRow row) => row.Sector?.Value ?? row.SectorText ?? row.Table.Name ?? "";

    private EditionComparison Compare()
    {
        var rows = Rows.Select((row, index) => new EditionRow(index, row.Row.Key, row.Sector, row.Measure.Number, row.Measure.Title ?? "", row.Row.Kind is RowKind.Measure)).ToArray();
        var compared = new Edition(present.Measures, Name, NumbersPerSector, decisions.Same).Compare(rows);
        var splitOf = compared.Splits.SelectMany(split => split.Rows.Select(row => (row, split))).DistinctBy(pair => pair.row).ToDictionary(pair => pair.row, pair => pair.split);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, match) = (Rows[i], compared.Matches[i]);
            row.Present = match.Measure;
            if (row.Row.Kind is not RowKind.Measure)
            {
                continue;
            }

            if (match.Candidates.Count > 0)
            {
                AskWhetherSame(row, match);
            }
            else if (splitOf.TryGetValue(i, out var split) && !(decisions.Same.Count > 0 && decisions.Same.ContainsKey(CellText.Fold(row.Row.Key))))
            {
                AskWhichContinues(row, split);
            }
        }

        return compared;
    }

    // Closures made for every row would be thousands that nobody needs.
    private void AskWhetherSame(ListedRow row, EditionMatch match) =>
        Questions.Ask($"same:{row.Row.Key}", row, null, () => Question("same", blocks: true, null, row.Row.Key, "near-title", texts.Of("Question.same", Short(row.Row.Key)), [.. match.Candidates.Select(Same), new("new", texts.Of("Choice.new"))]));

    private void AskWhichContinues(ListedRow row, EditionSplit split) =>
        Questions.Ask($"split:{split.Old.ExternalId}", row, null, () => Question("split", blocks: false, null, split.Old.ExternalId, "number-split", texts.Of("Question.split", split.Old.ExternalId, split.Old.Content.Title),
            [.. split.Rows.Select(part => new ListChoice($"{split.Old.Id.Value}|{Rows[part].Row.Key}", texts.Of("Choice.continues", Rows[part].Row.Key))), new("new", texts.Of("Choice.allNew"))]));

    private ListChoice Same(ItemId id)
    {
        var measure = present.FindMeasure(id)!;
        return new ListChoice($"same:{id.Value}", texts.Of("Choice.same", measure.ExternalId ?? id.Value, measure.Content.Title));
    }

    // Other lists and older imports use numbers, too; within a concept each is given once.
    private void SetExternalIds()
    {
        var taken = present.Measures.Where(measure => measure.ExternalId is not null).GroupBy(measure => measure.ExternalId!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        foreach (var row in Rows.Where(row => row is { IsImported: true, Measure.Number: not null }))
        {
            var number = NumbersPerSector && (row.Sector ?? row.Present?.Content.Sector) is { } sector ? $"{sector.Value}/{row.Measure.Number!.Text}" : row.Measure.Number!.Text;
            var isFree = !taken.TryGetValue(number, out var owner) || owner == row.Present?.Id;
            row.ExternalId = isFree ? number : $"{Name}/{number}";
        }
    }
}
