using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import;

/// <summary>Turns a row of a measure sheet into a document. What cannot be read is a problem and reads as nothing.</summary>
internal sealed class MeasureRow(MeasureSheet sheet, SheetRow row)
{
    private readonly List<ContentProblem> _problems = [];

    public IReadOnlyList<ContentProblem> Problems => _problems;

    public string? Id => Trimmed("id", null);

    public string? ExternalId => Text("externalId", null);

    /// <summary>The document. Columns the sheet does not have keep what is there.</summary>
    /// <param name="present">The measure as it stands; an empty document for a new one.</param>
    public MeasureDocument ToDocument(MeasureDocument present) => new()
    {
        Id = Id ?? present.Id,
        ExternalId = Text("externalId", present.ExternalId),
        Sector = Trimmed("sector", present.Sector),
        Goal = Trimmed("goal", present.Goal),
        Kind = Value<MeasureKind>("kind", present.Kind),
        Areas = Keys("areas", present.Areas),
        Title = Text("title", present.Title),
        Description = Text("description", present.Description),
        Owner = Text("owner", present.Owner),
        Partners = sheet.Has("partners") ? ListCell.Split(sheet.Cell(row, "partners")) : present.Partners,
        Priority = Value<Priority>("priority", present.Priority),
        Horizon = Value<Horizon>("horizon", present.Horizon),
        CostEuro = Number("costEuro", present.CostEuro),
        CostNote = Text("costNote", present.CostNote),
        Funding = Text("funding", present.Funding),
        IsKeyMeasure = Flag("isKeyMeasure", present.IsKeyMeasure),
        Principles = Keys("principles", present.Principles),
        Due = Date("due", present.Due),
        Source = Text("source", present.Source),
        SourcePlace = Text("sourcePlace", present.SourcePlace),
        State = Value<ItemState>("state", null),
        Progress = Percent("progress", present.Progress),
        NextStep = Text("nextStep", present.NextStep),
        ActualCostEuro = Number("actualCostEuro", present.ActualCostEuro),
        Deputy = Text("deputy", present.Deputy),
    };

    private string? Text(string column, string? present) => sheet.Has(column) ? ContentReader.Text(sheet.Cell(row, column)) : present;

    private string? Trimmed(string column, string? present) => Text(column, present)?.Trim();

    private IReadOnlyList<string> Keys(string column, IReadOnlyList<string> present) =>
        sheet.Has(column) ? [.. ListCell.Split(sheet.Cell(row, column)).Select(key => key.Trim())] : present;

    private string? Value<T>(string column, string? present)
        where T : struct, Enum
    {
        if (!sheet.Has(column) || Text(column, null) is not { } text)
        {
            return sheet.Has(column) ? null : present;
        }

        return MeasureColumnTexts.Parse<T>(text) is { } value ? ParameterValue.Of(value) : Problem<string>(column, "invalid-value", text);
    }

    private decimal? Number(string column, decimal? present)
    {
        if (!sheet.Has(column) || Text(column, null) is not { } text)
        {
            return sheet.Has(column) ? null : present;
        }

        return CellNumber.TryRead(text, sheet.HasTypedCells, out var number) ? number : Problem<decimal?>(column, "invalid-number", text);
    }

    private int Percent(string column, int present)
    {
        if (!sheet.Has(column) || Text(column, null) is not { } text)
        {
            return sheet.Has(column) ? 0 : present;
        }

        return CellNumber.TryRead(text.TrimEnd().TrimEnd('%'), sheet.HasTypedCells, out var number) && decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : Problem<int>(column, "invalid-number", text);
    }

    private DateOnly? Date(string column, DateOnly? present)
    {
        if (!sheet.Has(column) || Text(column, null) is not { } text)
        {
            return sheet.Has(column) ? null : present;
        }

        return CellDate.TryRead(text, out var date) ? date : Problem<DateOnly?>(column, "invalid-date", text);
    }

    private bool Flag(string column, bool present)
    {
        if (!sheet.Has(column) || Text(column, null) is not { } text)
        {
            return !sheet.Has(column) && present;
        }

        return text.Trim().ToUpperInvariant() switch
        {
            "JA" or "TRUE" or "YES" or "X" or "1" => true,
            "NEIN" or "FALSE" or "NO" or "0" => false,
            _ => Problem<bool>(column, "invalid-value", text),
        };
    }

    private T? Problem<T>(string column, string code, string text)
    {
        _problems.Add(new ContentProblem(column, code, text));
        return default;
    }
}
