using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Plans the import of a town hall's own list: reads it, compares it with what the concept has from it, asks what it must, and leaves the rest to the planner of all imports.</summary>
internal static class ListImport
{
    private static readonly MeasureDocument _nothing = new();

    /// <summary>Plans an import; nothing is written.</summary>
    /// <param name="request">What it is planned against; the concept exists.</param>
    /// <param name="file">The list.</param>
    /// <param name="upload">As it was sent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan; or why the file as a whole cannot be taken.</returns>
    public static Result<ImportPlan> Plan(ImportRequest request, ListFile file, ImportUpload upload, CancellationToken cancellationToken)
    {
        if (request.Present is not { } present)
        {
            return new UnknownConcept(request.Concept.Value);
        }

        var texts = new ListTexts(request.Culture);
        var decisions = new ListDecisions(upload.Mapping ?? new ListMapping { Version = ListMapping.CurrentVersion });
        if (!ListReading.Read(file, present, decisions, texts, cancellationToken).TryGet(out var reading, out var refusal))
        {
            return refusal;
        }

        var list = new ListEditionReading(reading, decisions, present, upload.Name, texts);
        return Plan(request, present, list, texts);
    }

    private static ImportPlan Plan(ImportRequest request, ConceptSnapshot present, ListEditionReading list, ListTexts texts)
    {
        var rows = list.Rows.Where(row => row.IsImported).ToArray();
        var log = new ImportLog(request.Culture);
        foreach (var sheet in list.Reading.Sheets.Where(sheet => sheet.Header is null && sheet.Reason is not "empty"))
        {
            log.Add(ImportLog.Info, "other-sheet", new ImportPlace(sheet.Table.Name), sheet.Table.Name);
        }

        if (list.Reading.LostCells > 0)
        {
            log.Add(ImportLog.Warning, "characters-lost", new ImportPlace(null), FormattableString.Invariant($"{list.Reading.LostCells}"));
        }

        var measures = new MeasureRows(
            "measures",
            Array.ConvertAll(rows, row => new ItemName(row.Row.Line.Number, row.Present?.Id.Value, null)),
            (index, measure) => (rows[index].Measure.Over(measure?.ToDocument() ?? _nothing, rows[index].ExternalId, rows[index].Sector?.Value, rows[index].Origin(list.Name, texts)), []),
            field => HeadingOf(list, field, texts))
        {
            PartOf = index => rows[index].Table.Name ?? "measures",
            KeepsUnreachableStates = true,
            HasOwnFindingsOnly = true,
        };
        ListReport? said = null;
        var plan = ImportPlanner.Plan(request, StructurePlanner.Keep(present, [.. list.Reading.Sectors.Created]), measures, log, outcomes =>
        {
            Settle(rows, outcomes);
            said = ListReporter.Report(list, texts);
        });
        var isRefused = plan.IsRefused || (request.Mode is ImportMode.Atomic && list.Questions.Block);
        var report = plan.Report with { Applied = plan.Report.Applied && !isRefused, List = said };
        return isRefused
            ? new ImportPlan { IsRefused = true, HasOpenQuestions = !plan.IsRefused, Report = report }
            : plan with { Report = report };
    }

    private static void Settle(ListedRow[] rows, ItemOutcomes<Measure> outcomes)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var settled = outcomes.InOrder[i];
            (rows[i].Id, rows[i].Planned) = (settled.Id ?? rows[i].Present?.Id, settled.Planned);
            rows[i].Outcome = settled.IsRejected ? "rejected" : settled.Planned is null ? "unchanged" : settled.Planned.Before is null ? "new" : "changed";
        }
    }

    private static string HeadingOf(ListEditionReading list, string field, ListTexts texts)
    {
        ListField? wanted = field switch
        {
            "costEuro" or "costNote" => ListField.Cost,
            "actualCostEuro" => ListField.ActualCost,
            "externalId" => ListField.Number,
            "isKeyMeasure" => ListField.KeyMeasure,
            _ => ParameterValue.Parse<ListField>(field),
        };
        return list.Reading.Sheets.SelectMany(sheet => sheet.Header?.Columns ?? []).FirstOrDefault(column => column.Field is not null && column.Field == wanted) is { } found
            ? ListedRow.HeadingOf(found, texts)
            : MeasureColumns.Find(field)?.Heading ?? field;
    }
}
