using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;

namespace Insek.Office.Functions.Import;

/// <summary>Plans goals and measures, row by row, against the frame of the concept.</summary>
internal sealed class ItemPlanner(ImportRequest request, Structure structure, ImportLog log, NewIds newIds)
{
    /// <summary>Plans goals.</summary>
    /// <param name="documents">The goals of the file.</param>
    /// <param name="idsOfMeasures">Every id that is a measure's.</param>
    public ItemOutcomes<Goal> PlanGoals(IReadOnlyList<GoalDocument?> documents, IReadOnlySet<string> idsOfMeasures)
    {
        var outcomes = new ItemOutcomes<Goal>(request.Present?.Goals ?? [], goal => goal.Id, documents.Count);
        var frame = Frame([]);
        var names = documents.Select((goal, index) => new ItemName(index + 1, ContentReader.Text(goal?.Id), ContentReader.Text(goal?.ExternalId))).ToArray();
        var identities = new ItemIdentities<Goal>(outcomes.All, goal => goal.Id.Value, goal => goal.ExternalId, names);
        for (var i = 0; i < documents.Count; i++)
        {
            var (present, nameProblems) = identities.Resolve(names[i]);
            var report = new RowReport(log, "goals", i + 1);
            report.AddIdentity(nameProblems, names[i].Id, idsOfMeasures);
            if (report.Read((documents[i] ?? new()).ToDomain()) is { } parts)
            {
                report.AddReferences(frame.CheckReferences(parts.Content), structure, rejectedGoals: null);
                if (!report.IsRejected && (present is null ? Create(parts) : Revise(present, parts, report)) is { } planned)
                {
                    outcomes.Take(planned.Item.Id, i + 1, planned);
                    continue;
                }
            }

            Settle(outcomes, report, present?.Id, names[i]);
        }

        return outcomes;
    }

    /// <summary>Plans measures.</summary>
    /// <param name="rows">The measures of the file.</param>
    /// <param name="goals">The goals after the import.</param>
    public ItemOutcomes<Measure> PlanMeasures(MeasureRows rows, ItemOutcomes<Goal> goals)
    {
        var outcomes = new ItemOutcomes<Measure>(request.Present?.Measures ?? [], measure => measure.Id, rows.Names.Count);
        var frame = Frame(goals.All);
        var idsOfGoals = goals.All.Select(goal => goal.Id.Value).Concat(goals.Rejected).ToHashSet(StringComparer.Ordinal);
        var identities = new ItemIdentities<Measure>(outcomes.All, measure => measure.Id.Value, measure => measure.ExternalId, rows.Names);
        var titles = new SameTitles(outcomes.All);

        var resolved = rows.Names.Select(identities.Resolve).ToArray();

        // Reading a row needs no other row; what comes of it does.
        var read = SideBySide.Select(resolved.Length, row =>
        {
            var (document, cellProblems) = rows.Read(row, resolved[row].Present);
            var parsed = document.ToDomain();
            return (cellProblems, parsed, References: parsed.TryGet(out var parts, out _) ? frame.CheckReferences(parts.Content) : []);
        });
        for (var i = 0; i < read.Length; i++)
        {
            var (cellProblems, parsed, references) = read[i];
            var (name, (present, nameProblems)) = (rows.Names[i], resolved[i]);
            var report = new RowReport(log, rows.PartOf?.Invoke(i) ?? rows.Part, name.Row, rows.ColumnOf);
            report.AddIdentity(nameProblems, name.Id, idsOfGoals);
            report.Add(cellProblems);
            if (report.Read(parsed) is { } parts)
            {
                report.AddReferences(references, structure, goals.Rejected);
                if (!report.IsRejected && (present is null ? Create(parts, titles, report) : Revise(present, parts, report, rows.KeepsUnreachableStates)) is { } planned)
                {
                    outcomes.Take(planned.Item.Id, name.Row, planned);
                    continue;
                }
            }

            Settle(outcomes, report, present?.Id, name);
        }

        return outcomes;
    }

    private static void Settle<T>(ItemOutcomes<T> outcomes, RowReport report, ItemId? present, ItemName name)
        where T : class
    {
        if (report.IsRejected || present is not { } id)
        {
            outcomes.Reject(present?.Value ?? name.Id);
        }
        else
        {
            outcomes.Keep(id, name.Row);
        }
    }

    private ConceptSnapshot Frame(IEnumerable<Goal> goals) => new(structure.Head, 1, structure.Sectors.All, structure.Areas.All, goals, []);

    private PlannedItem<Goal> Create(GoalParts parts)
    {
        var stem = parts.Content.Sector.Value;
        var id = parts.Id ?? (parts.ExternalId is { } externalId ? newIds.FromExternalId(externalId, stem) : newIds.Next(stem));
        var created = new Goal(id, parts.Content, request.By, request.At, state: parts.State ?? ItemState.Draft) { ExternalId = parts.ExternalId }.AsCreated();
        return new PlannedItem<Goal>(created.Item, null, [created.Change]);
    }

    private PlannedItem<Measure> Create(MeasureParts parts, SameTitles titles, RowReport report)
    {
        if (parts.Id is null && parts.ExternalId is null && titles.Find(parts.Content) is { } twin)
        {
            report.Warn("same-title", "title", parts.Content.Title, twin.Value);
        }

        // Without a goal, "-m" keeps measures apart from the sector's goals, which are numbered likewise.
        var stem = parts.Content.Goal?.Value ?? $"{parts.Content.Sector}-m";
        var id = parts.Id ?? (parts.ExternalId is { } externalId ? newIds.FromExternalId(externalId, stem) : newIds.Next(stem));
        var measure = new Measure(id, parts.Content, request.By, request.At, state: parts.State ?? ItemState.Draft) { ExternalId = parts.ExternalId, Tracking = parts.Tracking, Origin = parts.Origin };
        var created = measure.AsCreated();
        return new PlannedItem<Measure>(created.Item, null, [created.Change]);
    }

    private PlannedItem<Goal>? Revise(Goal present, GoalParts parts, RowReport report)
    {
        var revision = new ItemRevision<Goal, GoalContent>(present, request);
        revision.Edit(parts.Content);
        if (!revision.MoveTo(parts.State))
        {
            report.RejectState(revision.Item.State, parts.State);
            return null;
        }

        revision.Rename(
            parts.ExternalId,
            (goal, externalId) => goal with { ExternalId = externalId },
            () => new Goal(present.Id, present.Content, request.By, request.At, present.Revision, present.Version + 1, present.State) { Round = present.Round, PresentedRevision = present.PresentedRevision });
        report.WarnIfReopened(revision.Reopened, present.Id, present.State);
        return revision.Planned;
    }

    private PlannedItem<Measure>? Revise(Measure present, MeasureParts parts, RowReport report, bool keepsUnreachableStates)
    {
        var revision = new ItemRevision<Measure, MeasureContent>(present, request);
        revision.Edit(parts.Content);
        if (parts.Tracking != present.Tracking)
        {
            revision.Apply(revision.Item.Track(parts.Tracking, request.By, request.At));
        }

        if (!revision.MoveTo(parts.State))
        {
            if (!keepsUnreachableStates)
            {
                report.RejectState(revision.Item.State, parts.State);
                return null;
            }

            report.WarnOfState(revision.Item.State, parts.State);
        }

        revision.Rename(
            parts.ExternalId,
            (measure, externalId) => measure with { ExternalId = externalId },
            () => new Measure(present.Id, present.Content, request.By, request.At, present.Revision, present.Version + 1, present.State) { Round = present.Round, PresentedRevision = present.PresentedRevision, Tracking = present.Tracking, Origin = present.Origin });
        if (parts.Origin is { } origin && !origin.SaysTheSame(present.Origin))
        {
            revision.Apply(revision.Item.ComeFrom(origin, request.By, request.At));
        }

        report.WarnIfReopened(revision.Reopened, present.Id, present.State);
        return revision.Planned;
    }
}
