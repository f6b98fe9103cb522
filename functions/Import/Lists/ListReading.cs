using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A list read to its end: every row of every sheet with what it is, and the cells of its measures.</summary>
internal sealed class ListReading
{
    private readonly ListDecisions decisions;

    private ListReading(ListFile file, ListDecisions decisions, ListSectors sectors) => (File, this.decisions, Sectors) = (file, decisions, sectors);

    public ListFile File { get; }

    public ListSectors Sectors { get; }

    public IReadOnlyList<ListedSheet> Sheets { get; private set; } = [];

    /// <summary>The first text whose encoding was broken earlier and can be repaired; null where there is none or it is repaired.</summary>
    public BrokenText? Broken { get; private set; }

    /// <summary>How many cells hold a broken text.</summary>
    public int BrokenCells { get; private set; }

    /// <summary>How many cells have letters that are lost for good.</summary>
    public int LostCells { get; private set; }

    /// <summary>All rows that are measures, were, or may be.</summary>
    public IEnumerable<ListedRow> Candidates => Sheets.SelectMany(sheet => sheet.Rows).Where(row => row.Row.Kind is RowKind.Measure or RowKind.Unclear or RowKind.Cancelled or RowKind.Reference);

    /// <summary>Reads a file.</summary>
    /// <returns>The reading; or <see cref="NotAList"/>.</returns>
    public static Result<ListReading> Read(ListFile file, ConceptSnapshot present, ListDecisions decisions, ListTexts texts, CancellationToken cancellationToken)
    {
        var sectors = new ListSectors(present.Sectors, decisions, texts);
        var reading = new ListReading(file, decisions, sectors);
        reading.Repair();
        var areas = present.Areas.ToDictionary(area => area.Id);
        var offices = present.Measures.Select(measure => measure.Content.Owner).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = new FieldKnowledge(decisions, AreaReader.Index(present.Areas), areas, offices, file.Dates, texts);
        reading.Sheets = [.. file.Tables.Select(table => reading.ReadSheet(table, known, cancellationToken))];
        if (reading.Sheets.All(sheet => sheet.Header is null))
        {
            return new NotAList(reading.Sheets.Any(sheet => sheet.Reason == "header-only") ? "header-only" : "no-header");
        }

        return reading.Candidates.Any() ? reading : new NotAList("no-measures");
    }

    private void Repair()
    {
        // Hardly any list is broken: whether one may be is looked for on all cores, what is only where one is.
        if (!File.Tables.Any(table => table.MayBeBroken ?? table.Lines.AsParallel().Any(BrokenText.MayBe)))
        {
            return;
        }

        var lines = File.Tables.SelectMany(table => table.Lines).ToArray();
        foreach (var text in lines.SelectMany(line => line.Cells).Select(cell => cell.Written).Where(BrokenText.MayBe))
        {
            if (BrokenText.Detect(text) is { } broken)
            {
                Note(broken);
            }
        }

        if (decisions.Mapping.RepairEncoding is not true || Broken is not { } first)
        {
            return;
        }

        // A file was broken in one way; what looks broken in another is not.
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Cells.Length; i++)
            {
                if (line.Cells[i].Text is { } text && BrokenText.Detect(text) is { Repaired: { } repaired } broken && broken.Kind == first.Kind)
                {
                    line.Cells[i] = line.Cells[i] with { Text = repaired };
                }
            }
        }
    }

    private void Note(BrokenText broken)
    {
        if (broken.Repaired is null)
        {
            LostCells++;
            return;
        }

        // What only may be broken is not worth a question as long as nothing surely is.
        BrokenCells++;
        Broken = Broken is { IsProven: true } || (Broken is not null && !broken.IsProven) ? Broken : broken;
    }

    private ListedSheet ReadSheet(ListTable table, FieldKnowledge known, CancellationToken cancellationToken)
    {
        if (table.Lines.All(line => line.IsBlank))
        {
            return Unread(table, "empty");
        }

        if (decisions.IsSkipped(table.Name))
        {
            return Unread(table, "skipped");
        }

        var header = TableHeader.Find(table, decisions.Columns);
        if (header?.TitlePlace is null)
        {
            return Unread(table, "no-header");
        }

        decisions.Saw(header);
        if (table.Lines.Skip(header.FirstBelow).All(line => line.IsBlank))
        {
            return Unread(table, "header-only");
        }

        table = Fill(table, header);
        var classifier = new RowClassifier(table, header, text => Sectors.Find(text) is not null, decisions.Rows);
        var sheetSector = table.Name is { } name ? Sectors.Find(name) : null;
        var readers = new FieldReaders(table, header, known);
        var reads = SideBySide.Select(header.Columns.Count, i => readers.Of(header.Columns[i]));
        var classified = classifier.Classify().ToArray();
        Array.ForEach(classified, decisions.Saw);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = SideBySide.Select(classified.Length, i =>
            classified[i] is { Kind: RowKind.Measure or RowKind.Unclear or RowKind.Cancelled or RowKind.Reference } row ? ReadRow(table, header, row, reads, sheetSector) : new ListedRow(table, header, classified[i]));
        return new ListedSheet(table, header, null) { Rows = rows, Sector = sheetSector };
    }

    private static ListedSheet Unread(ListTable table, string reason) => new(table, null, reason)
    {
        Rows = [.. table.Lines.Select(line => new ListedRow(table, null, new ClassifiedRow(line, line.IsBlank ? RowKind.Blank : RowKind.Skipped, line.IsBlank ? "blank" : $"sheet-{reason}")))],
    };

    // A cell merged over several rows says the same of each; only number and title belong to the first.
    private static ListTable Fill(ListTable table, TableHeader header)
    {
        var merges = table.Merges.Where(merge => merge.ToRow > merge.FromRow && merge.FromColumn != header.TitlePlace && merge.FromColumn != header.PlaceOf(ListField.Number)).ToArray();
        if (merges.Length == 0)
        {
            return table;
        }

        var lines = table.Lines.ToArray();
        var places = lines.Index().Skip(header.FirstBelow).ToDictionary(line => line.Item.Number, line => line.Index);
        foreach (var merge in merges.Where(merge => places.ContainsKey(merge.FromRow)))
        {
            var first = lines[places[merge.FromRow]][merge.FromColumn];
            for (var row = merge.FromRow + 1; row <= merge.ToRow; row++)
            {
                if (places.TryGetValue(row, out var place) && !lines[place].IsBlank && !lines[place].Has(merge.FromColumn))
                {
                    lines[place] = lines[place].With(merge.FromColumn, first);
                }
            }
        }

        return table with { Lines = lines };
    }

    private ListedRow ReadRow(ListTable table, TableHeader header, ClassifiedRow row, Func<WrittenCell, FieldReading>[] reads, SectorKey? sheetSector)
    {
        var readings = new FieldReading[reads.Length];
        var measure = new ListedMeasure();
        string? sectorText = null;
        for (var i = 0; i < reads.Length; i++)
        {
            var column = header.Columns[i];
            readings[i] = reads[i](row.Line[column.Place]);
            if (column.Field is ListField.Sector && readings[i].Shown is { } none && Sectors.IsNone(none))
            {
                readings[i] = FieldReading.Kept(readings[i].Written);
            }

            readings[i].Apply(measure);
            sectorText = column.Field is ListField.Sector && readings[i].Shown is { Length: > 0 } text ? text : sectorText;
        }

        var own = sectorText is not null && !Sectors.IsNone(sectorText) ? sectorText : null;
        var group = row.Group is not null && !Sectors.IsNone(row.Group) ? row.Group : null;
        var said = own ?? (sheetSector is null || (group is not null && Sectors.Find(group) is not null) ? group : null);
        var sector = said is not null ? Sectors.Find(said) : sheetSector ?? Sectors.Default;
        var named = said ?? (sector is null && File.Tables.Count > 1 && table.Name is { } sheet && !Sectors.IsNone(sheet) ? sheet : null);
        measure.Title ??= row.Kind is RowKind.Measure && row.Reason == "decided" ? row.Key : null;
        return new ListedRow(table, header, row) { Readings = readings, Measure = measure, SectorText = named, Sector = sector };
    }
}
