using System.Collections.Concurrent;
using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What the readers of a list's columns know beyond the column itself.</summary>
/// <param name="Decisions">What people decided.</param>
/// <param name="Areas">The concept's planning areas by their names.</param>
/// <param name="AreasById">The same by their ids.</param>
/// <param name="Offices">Offices of the concept's measures.</param>
/// <param name="Dates">From when serial numbers of days count; null where the file cannot say.</param>
/// <param name="Texts">What people read.</param>
internal sealed record FieldKnowledge(
    ListDecisions Decisions, NameIndex<AreaId> Areas, IReadOnlyDictionary<AreaId, PlanningArea> AreasById, IReadOnlyCollection<string> Offices, DateSystem? Dates, ListTexts Texts);

/// <summary>Makes the reader of each column of a table, and remembers what it read: most cells of a list repeat. Readers are made and used by several threads.</summary>
internal sealed partial class FieldReaders
{
    private const int MaxAskedLength = 200;

    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    private readonly ListTable table;
    private readonly TableHeader header;
    private readonly FieldKnowledge known;
    private readonly Lock learning = new();
    private readonly Lazy<WrittenCell[]>[] distinct;
    private readonly Lazy<OfficeColumn> offices;
    private readonly Lazy<DateOrder?> order;

    public FieldReaders(ListTable table, TableHeader header, FieldKnowledge known)
    {
        (this.table, this.header, this.known) = (table, header, known);
        distinct = [.. Enumerable.Range(0, table.Width).Select(place => new Lazy<WrittenCell[]>(() => [.. Cells(place).Distinct()]))];
        offices = new(() => OfficeColumn.Learn(DistinctCells(header.PlaceOf(ListField.Owner)).Concat(DistinctCells(header.PlaceOf(ListField.Partners))), known.Offices));
        order = new(() => known.Decisions.Dates ?? DateColumn.Propose(((ListField[])[ListField.Due, ListField.Begin, ListField.Horizon]).SelectMany(dated => DistinctCells(header.PlaceOf(dated)))));
    }

    /// <summary>The reader of a column; it may be called from several threads.</summary>
    public Func<WrittenCell, FieldReading> Of(HeadedColumn column)
    {
        if (column.Field is not { } field)
        {
            return cell => cell.Written.Length == 0 ? FieldReading.Blank : string.IsNullOrWhiteSpace(cell.Text) ? new FieldReading(cell.Written, CellUnderstanding.Empty) : FieldReading.Kept(cell.Written);
        }

        var read = Reader(column, field);
        if (field is ListField.Number or ListField.Title or ListField.NumberAndTitle or ListField.Description)
        {
            return cell => Decided(field, cell) ?? read(cell);
        }

        var cache = new ConcurrentDictionary<WrittenCell, FieldReading>();
        return cell => cache.TryGetValue(cell, out var known) ? known : ReadOnce(cell);

        // What is learned by reading is learned by one thread at a time.
        FieldReading ReadOnce(WrittenCell cell)
        {
            lock (learning)
            {
                return cache.TryGetValue(cell, out var known) ? known : cache[cell] = Decided(field, cell) ?? read(cell);
            }
        }
    }

    private Func<WrittenCell, FieldReading> Reader(HeadedColumn column, ListField field) => field switch
    {
        ListField.Number => Number(column),
        ListField.NumberAndTitle => NumberAndTitle(column),
        ListField.Title => Title(column),
        ListField.Description => Text(field, CellText.CleanLines, 20_000, (measure, text) => measure.Description = text),
        ListField.Sector => SectorCell,
        ListField.Areas => Area(column),
        ListField.Owner => Owner(),
        ListField.Partners => Partners(),
        ListField.Priority => PriorityOf(column),
        ListField.Horizon => TimeFrameOf(column),
        ListField.Cost => CostOf(column, ListField.Cost, (measure, euro, note) => (measure.CostEuro, measure.CostNote) = (euro, note)),
        ListField.ActualCost => CostOf(column, ListField.ActualCost, (measure, euro, _) => measure.ActualCostEuro = euro),
        ListField.Funding => Text(field, CellText.CleanLines, 300, (measure, text) => measure.Funding = text),
        ListField.State => StateOf(scale: null),
        ListField.Progress => StateOf(column.Unit?.Contains('%', StringComparison.Ordinal) is true || column.Heading.Written.Contains('%', StringComparison.Ordinal) || column.Heading.Key.Contains("prozent", StringComparison.Ordinal) ? ProgressScale.Percent : null),
        ListField.Due => DueOf(),
        ListField.Begin => BeginOf(),
        ListField.NextStep => Text(field, CellText.CleanLines, 2_000, (measure, text) => measure.NextStep = text),
        ListField.Deputy => Text(field, CellText.Clean, 300, (measure, text) => measure.Deputy = text),
        ListField.KeyMeasure => KeyMeasure,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field without a reader."),
    };

    private IEnumerable<WrittenCell> Cells(HeadedColumn column) => Cells(column.Place);

    private IEnumerable<WrittenCell> Cells(int place)
    {
        for (var i = header.FirstBelow; i < table.Lines.Count; i++)
        {
            if (table.Lines[i].Has(place))
            {
                yield return table.Lines[i][place];
            }
        }
    }

    private WrittenCell[] DistinctCells(int? place) => place is { } at ? distinct[at].Value : [];

    private static Func<WrittenCell, FieldReading> Text(ListField field, Func<string?, string> clean, int maxLength, Action<ListedMeasure, string?> set) => cell =>
    {
        var text = clean(cell.Text);
        return text.Length == 0 ? Empty(cell, field) with { SetText = set }
            : text.Length > maxLength ? new FieldReading(cell.Written, CellUnderstanding.Unclear) { Reason = "too-long" }
            : new FieldReading(cell.Written, CellUnderstanding.Understood) { Says = field, SetText = set, Shown = text };
    };

    private Func<WrittenCell, FieldReading> Title(HeadedColumn column)
    {
        // Without a column of numbers, the titles may carry them.
        var learned = header.PlaceOf(ListField.Number) is null ? NumberColumn.Learn(Cells(column)) : null;
        return learned is { TitlesCarryNumbers: not false } ? cell => NumberedTitle(cell, learned)
            : cell => CellText.Clean(cell.Text) is { Length: > 0 } text ? new FieldReading(cell.Written, CellUnderstanding.Understood) { Says = ListField.Title, SetText = static (measure, title) => measure.Title = title, Shown = text } : new FieldReading(cell.Written, CellUnderstanding.Empty);
    }

    private Func<WrittenCell, FieldReading> NumberAndTitle(HeadedColumn column)
    {
        var learned = NumberColumn.Learn(Cells(column));
        return cell => NumberedTitle(cell, learned);
    }

    private FieldReading NumberedTitle(WrittenCell cell, NumberColumn learned)
    {
        var reading = NumberReader.ReadWithTitle(cell, learned);
        FieldReading Taken(NumberedTitle value) => Understood(cell, ListField.Title, measure => (measure.Number, measure.Title) = (value.Number ?? measure.Number, value.Title), value.Number is { } number ? $"{number} | {value.Title}" : value.Title);
        if (reading is { Understanding: CellUnderstanding.Unclear, Choices: [var apart, var whole] })
        {
            return known.Decisions.Value(ListField.NumberAndTitle, cell.Written) switch
            {
                { Value: "apart" } => Taken(apart),
                { Value: "whole" } => Taken(whole),
                _ => Taken(whole) with
                {
                    Understanding = CellUnderstanding.Partly,
                    Reason = reading.Reason,
                    IsAsked = true,
                    Choices = [new("apart", known.Texts.Of("Choice.apart", apart.Number!.Text, apart.Title)), new("whole", known.Texts.Of("Choice.whole", whole.Title))],
                },
            };
        }

        return reading.Value is { Title.Length: > 0 } value ? Taken(value) : new FieldReading(cell.Written, CellUnderstanding.Empty);
    }

    private Func<WrittenCell, FieldReading> Number(HeadedColumn column)
    {
        var learned = NumberColumn.Learn(Cells(column));
        return cell => Map(cell, ListField.Number, NumberReader.Read(cell, learned), number => (measure => measure.Number = number, number.Text), number => new ListChoice(number.Text, number.Text));
    }

    private FieldReading SectorCell(WrittenCell cell) =>
        CellText.Clean(cell.Text) is { Length: > 0 } text ? Understood(cell, ListField.Sector, _ => { }, text) : new FieldReading(cell.Written, CellUnderstanding.Empty);

    private Func<WrittenCell, FieldReading> PriorityOf(HeadedColumn column)
    {
        var scale = PriorityScale.Propose(column.Heading.Written, DistinctCells(column.Place));
        scale = known.Decisions.Priorities is { } direction ? scale with { Direction = direction } : scale;
        return cell =>
        {
            var reading = PriorityReader.Read(cell, scale);
            var read = Map(cell, ListField.Priority, reading, mark => (measure => measure.Priority = mark.Priority, MeasureColumnTexts.Of(mark.Priority)), mark => new ListChoice(ParameterValue.Of(mark.Priority), MeasureColumnTexts.Of(mark.Priority)));
            return read with { AskedOnce = reading.Reason == CellReasons.DirectionUnknown ? "priority-order" : null };
        };
    }

    private Func<WrittenCell, FieldReading> CostOf(HeadedColumn column, ListField field, Action<ListedMeasure, decimal?, string?> set)
    {
        var heading = column.Unit is { } unit && !column.Heading.Written.Contains(unit, StringComparison.Ordinal) ? $"{column.Heading.Written} ({unit})" : column.Heading.Written;
        var told = CostColumn.FromHeading(heading);
        told = told.Unit is null ? told with { Unit = known.Decisions.CostUnit ?? CostColumn.Propose(DistinctCells(column.Place)) } : told;
        return cell =>
        {
            var reading = CostReader.Read(cell, told);
            var read = Map(cell, field, reading, cost => (measure => set(measure, cost.Euro, Fit(cost.Note)), cost.Euro is { } euro ? euro.ToString("#,0.## €", _german) : cost.Note ?? ""), cost => cost.Euro is { } euro ? new ListChoice(euro.ToString(CultureInfo.InvariantCulture), euro.ToString("#,0.## €", _german)) : null);
            return read with { AskedOnce = reading.Reason == CellReasons.UnitUnknown ? "cost-unit" : null };
        };
    }

    // A longer note stays with the measure as written.
    private static string? Fit(string? note) => note is { Length: > 300 } ? null : note;

    private static Func<WrittenCell, FieldReading> StateOf(ProgressScale? scale) => cell =>
        Map(cell, ListField.State, StatusReader.Read(cell, scale), Taken, mark => new ListChoice(FormattableString.Invariant($"{(mark.State is { } state ? ParameterValue.Of(state) : "")} {mark.Progress}").Trim(), Taken(mark).Shown));

    private static (Action<ListedMeasure> Set, string Shown) Taken(StatusMark mark) => (
        measure =>
        {
            measure.State ??= mark.State;
            measure.Progress = mark.Progress ?? measure.Progress;
        },
        string.Join(", ", new[] { mark.State is { } state ? MeasureColumnTexts.Of(state) : null, mark.Progress is { } progress ? $"{progress} %" : null }.OfType<string>()));

    private FieldReading KeyMeasure(WrittenCell cell) =>
        Map(cell, ListField.KeyMeasure, FlagReader.Read(cell), flag => (measure => measure.IsKeyMeasure = flag.IsSet, Shown(flag)), flag => new ListChoice(flag.IsSet ? "true" : "false", Shown(flag)));

    private static string Shown(Flag flag) => flag.IsSet ? MeasureColumnTexts.Yes : MeasureColumnTexts.No;

    private static FieldReading Empty(WrittenCell cell, ListField field) => new(cell.Written, CellUnderstanding.Empty) { Says = field };

    private static FieldReading Understood(WrittenCell cell, ListField field, Action<ListedMeasure> set, string shown) => new(cell.Written, CellUnderstanding.Understood)
    {
        Says = field,
        Set = set,
        Shown = shown,
    };

    private static FieldReading Map<T>(WrittenCell cell, ListField field, CellReading<T> reading, Func<T, (Action<ListedMeasure> Set, string Shown)> take, Func<T, ListChoice?> choose)
        where T : class
    {
        if (reading.Understanding is CellUnderstanding.Empty)
        {
            return Empty(cell, field);
        }

        if (reading.Value is { } value)
        {
            var (set, shown) = take(value);
            return new FieldReading(cell.Written, reading.Understanding) { Says = field, Set = set, Shown = shown, Reason = reading.Reason };
        }

        return new FieldReading(cell.Written, CellUnderstanding.Unclear)
        {
            Reason = reading.Reason,
            Choices = [.. reading.Choices.Select(choose).OfType<ListChoice>().DistinctBy(choice => choice.Value)],

            // A sentence that names no value is kept, and so is what no list decides; asking would help nobody.
            IsAsked = reading.Choices.Count > 0 || (cell.Written.Length <= MaxAskedLength && reading.Reason is not (CellReasons.NotStated or CellReasons.DecisionNotFromList or CellReasons.Cancelled)),
        };
    }
}
