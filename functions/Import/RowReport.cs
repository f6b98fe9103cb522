using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>What is wrong with one row of goals or measures, on its way into the report.</summary>
internal sealed class RowReport(ImportLog log, string part, int row, Func<string, string>? columnOf = null)
{
    /// <summary>Whether anything keeps the row from being taken.</summary>
    public bool IsRejected { get; private set; }

    public void Add(IEnumerable<ContentProblem> problems)
    {
        foreach (var problem in problems)
        {
            Reject(problem.Code, problem.Field, problem.Value);
        }
    }

    public void AddIdentity(IEnumerable<IdentityProblem> problems, string? id, IReadOnlySet<string> idsOfOtherKind)
    {
        foreach (var problem in problems)
        {
            Reject(problem.Code, problem.Field, problem.Value, problem.Other);
        }

        if (id is not null && idsOfOtherKind.Contains(id))
        {
            Reject("id-of-other-kind", "id", id);
        }
    }

    /// <summary>Adds references that lead nowhere; those to something in the file that was itself rejected say so.</summary>
    public void AddReferences(IEnumerable<ContentProblem> problems, Structure structure, IReadOnlySet<string>? rejectedGoals)
    {
        foreach (var problem in problems)
        {
            var code = problem.Code switch
            {
                "unknown-sector" when IsIn(structure.Sectors.Rejected, problem) => "rejected-sector",
                "unknown-area" when IsIn(structure.Areas.Rejected, problem) => "rejected-area",
                "unknown-goal" when rejectedGoals is not null && IsIn(rejectedGoals, problem) => "rejected-goal",
                var other => other,
            };
            Reject(code, problem.Field, problem.Value);
        }
    }

    /// <summary>The value; null, with every problem reported, where there is none.</summary>
    public T? Read<T>(Result<T> result)
        where T : class
    {
        if (result.TryGet(out var value, out var refusal))
        {
            return value;
        }

        Add(((InvalidContent)refusal).Problems);
        return null;
    }

    public void RejectState(ItemState from, ItemState? to) =>
        Reject("state-not-importable", "state", to is { } state ? MeasureColumnTexts.Of(state) : null, MeasureColumnTexts.Of(from));

    public void WarnOfState(ItemState from, ItemState? to) =>
        Warn("state-not-importable", "state", to is { } state ? MeasureColumnTexts.Of(state) : null, MeasureColumnTexts.Of(from));

    public void WarnIfReopened(bool reopened, ItemId id, ItemState before)
    {
        if (reopened)
        {
            Warn("reopened", "state", id.Value, MeasureColumnTexts.Of(before));
        }
    }

    public void Warn(string code, string field, string? value, params IEnumerable<string> details) => log.Add(ImportLog.Warning, code, Place(field), value, details);

    private static bool IsIn(IReadOnlySet<string> keys, ContentProblem problem) => problem.Value is { } key && keys.Contains(key);

    private void Reject(string code, string field, string? value, params IEnumerable<string> details)
    {
        IsRejected = true;
        log.Add(ImportLog.Error, code, Place(field), value, details);
    }

    private ImportPlace Place(string field) => new(part, row, columnOf is null ? field : columnOf(field));
}
