using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Import;

/// <summary>Decides, without writing anything, what an import makes of a concept, and says everything there is to say about the file.</summary>
/// <remarks>What is not in the file stays as it is: an import deletes nothing.</remarks>
internal static class ImportPlanner
{
    /// <summary>Plans the import of a whole concept.</summary>
    /// <returns>The plan; or <see cref="ConceptIdMismatch"/>.</returns>
    public static Result<ImportPlan> Plan(ImportRequest request, ConceptDocument document)
    {
        if (ContentReader.Text(document.Concept.Id) is { } stated && stated != request.Concept.Value)
        {
            return new ConceptIdMismatch(stated, request.Concept);
        }

        var log = new ImportLog(request.Culture);
        return Plan(request, StructurePlanner.Plan(request, document, log), document.Goals, MeasureRows.Of(document.Measures), log);
    }

    /// <summary>Plans the import of a sheet of measures.</summary>
    /// <returns>The plan; or <see cref="UnknownConcept"/>.</returns>
    public static Result<ImportPlan> Plan(ImportRequest request, MeasureSheet sheet)
    {
        if (request.Present is not { } present)
        {
            return new UnknownConcept(request.Concept.Value);
        }

        var log = new ImportLog(request.Culture);
        foreach (var column in sheet.UnknownColumns)
        {
            log.Add(ImportLog.Warning, "unknown-column", new ImportPlace(sheet.Part, sheet.Headings.Number, column), column);
        }

        foreach (var other in sheet.OtherSheets)
        {
            log.Add(ImportLog.Info, "other-sheet", new ImportPlace(other), other);
        }

        return Plan(request, StructurePlanner.Keep(present), [], MeasureRows.Of(sheet), log);
    }

    /// <summary>Plans the import of measures from anywhere.</summary>
    /// <param name="request">What it is planned against.</param>
    /// <param name="structure">The frame after the import.</param>
    /// <param name="rows">The measures of the file.</param>
    /// <param name="log">Takes what there is to say.</param>
    /// <param name="settled">Told what became of each row, while the rest of the plan is made.</param>
    public static ImportPlan Plan(ImportRequest request, Structure structure, MeasureRows rows, ImportLog log, Action<ItemOutcomes<Measure>> settled) =>
        Plan(request, structure, [], rows, log, settled);

    private static ImportPlan Plan(
        ImportRequest request, Structure structure, IReadOnlyList<GoalDocument?> goalDocuments, MeasureRows rows, ImportLog log, Action<ItemOutcomes<Measure>>? settled = null)
    {
        var goalIds = Ids(request.Present?.Goals.Select(goal => goal.Id.Value), goalDocuments.Select(goal => goal?.Id));
        var measureIds = Ids(request.Present?.Measures.Select(measure => measure.Id.Value), rows.Names.Select(name => name.Id));
        var planner = new ItemPlanner(request, structure, log, new NewIds(goalIds.Concat(measureIds), goalDocuments.Count + rows.Names.Count));
        var goals = planner.PlanGoals(goalDocuments, measureIds);
        var measures = planner.PlanMeasures(rows, goals);
        Parallel.Invoke(
            () => AddFindings(new ConceptSnapshot(structure.Head, (request.Present?.Version ?? 0) + 1, structure.Sectors.All, structure.Areas.All, goals.All, measures.All), structure, goals, measures, rows, log),
            () => settled?.Invoke(measures));
        return Conclude(request, structure, goals, measures, log);
    }

    private static HashSet<string> Ids(IEnumerable<string>? present, IEnumerable<string?> file) =>
        [.. present ?? [], .. file.Select(ContentReader.Text).OfType<string>()];

    private static void AddFindings(
        ConceptSnapshot result, Structure structure, ItemOutcomes<Goal> goals, ItemOutcomes<Measure> measures, MeasureRows rows, ImportLog log)
    {
        foreach (var finding in ConceptFindings.Of(result))
        {
            var (part, rowOf) = finding.Part switch
            {
                FindingPart.Areas => ("areas", structure.Areas.Rows),
                FindingPart.Sectors => ("sectors", structure.Sectors.Rows),
                FindingPart.Goals => ("goals", goals.Rows),
                FindingPart.Measures => (rows.Part, measures.Rows),
                _ => ("concept", null),
            };
            int? row = rowOf is not null && finding.Key is { } key && rowOf.TryGetValue(key, out var found) ? found : null;
            if (rows.HasOwnFindingsOnly && (row is null || finding.Part is not FindingPart.Measures))
            {
                continue;
            }

            log.Add(finding.Severity is FindingSeverity.Warning ? ImportLog.Warning : ImportLog.Info, finding.Code, new ImportPlace(part, row, finding.Field), finding.Value, finding.Details);
        }
    }

    private static ImportPlan Conclude(ImportRequest request, Structure structure, ItemOutcomes<Goal> goals, ItemOutcomes<Measure> measures, ImportLog log)
    {
        // Nothing can hang on a concept that has no head yet, whatever the mode.
        var lacksHead = request.Present is null && structure.HeadOutcome is HeadOutcome.Rejected;
        var isRefused = lacksHead || (request.Mode is ImportMode.Atomic && log.HasErrors);
        var plan = new ImportPlan { IsRefused = isRefused, Report = Report(request, structure, goals, measures, log, isRefused) };
        return isRefused ? plan : plan with
        {
            Head = structure.HeadOutcome is HeadOutcome.Created or HeadOutcome.Updated ? structure.Head : null,
            Areas = structure.Areas.Changed,
            Sectors = structure.Sectors.Changed,
            Goals = goals.Planned,
            Measures = measures.Planned,
        };
    }

    private static ImportReport Report(
        ImportRequest request, Structure structure, ItemOutcomes<Goal> goals, ItemOutcomes<Measure> measures, ImportLog log, bool isRefused) => new()
        {
            Applied = !request.DryRun && !isRefused,
            DryRun = request.DryRun,
            Mode = ParameterValue.Of(request.Mode),
            Created = Counts(structure, HeadOutcome.Created, areas => areas.Created, sectors => sectors.Created, goals.Created, measures.Created),
            Updated = Counts(structure, HeadOutcome.Updated, areas => areas.Changed.Count - areas.Created, sectors => sectors.Changed.Count - sectors.Created, goals.Updated, measures.Updated),
            Unchanged = Counts(structure, HeadOutcome.Unchanged, areas => areas.Unchanged, sectors => sectors.Unchanged, goals.Unchanged, measures.Unchanged),
            Rejected = (structure.HeadOutcome is HeadOutcome.Rejected ? 1 : 0) + structure.Areas.RejectedCount + structure.Sectors.RejectedCount + goals.RejectedCount + measures.RejectedCount,
            Problems = log.Listed,
            FurtherProblems = log.Further,
        };

    private static ImportCounts Counts(
        Structure structure, HeadOutcome head, Func<PlannedParts<PlanningArea>, int> areas, Func<PlannedParts<SectorConcept>, int> sectors, int goals, int measures) => new()
        {
            Concepts = structure.HeadOutcome == head ? 1 : 0,
            Areas = areas(structure.Areas),
            Sectors = sectors(structure.Sectors),
            Goals = goals,
            Measures = measures,
        };
}
