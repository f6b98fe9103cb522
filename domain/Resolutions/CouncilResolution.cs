namespace Insek.Office.Domain;

/// <summary>A resolution of the council (Ratsbeschluss) on agreed goals and measures, as an administrator records it.</summary>
public sealed record CouncilResolution
{
    /// <summary>The longest number, in UTF-16 code units.</summary>
    public const int MaxNumber = 100;

    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxTitle = 500;

    /// <summary>The most items of one resolution: a whole concept.</summary>
    public const int MaxDecisions = 1_000;

    /// <summary>All amendments together, in UTF-16 code units: what one stored row takes with everything beside them.</summary>
    public const int MaxAmendments = 100_000;

    /// <summary>Its id within the concept.</summary>
    public required ResolutionId Id { get; init; }

    /// <summary>The council's number for it; unique within the concept.</summary>
    public required string Number { get; init; }

    /// <summary>The day of the session.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>What was decided, item by item.</summary>
    public required ValueList<CouncilDecision> Decisions { get; init; }

    /// <summary>Who recorded it.</summary>
    public required MemberId RecordedBy { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Everything in it that cannot be accepted, as far as it alone tells.</summary>
    public IEnumerable<ContentProblem> Check() =>
    [
        .. FieldRules.Required("number", Number, MaxNumber),
        .. FieldRules.Text("title", Title, MaxTitle),
        .. CheckCount(),
        .. Decisions.GroupBy(decision => decision.Item).Where(same => same.Count() > 1).Select(same => new ContentProblem("items", "duplicate", same.Key.Value)),
        .. Decisions.SelectMany((decision, index) => decision.Check().Select(problem => problem with { Field = FormattableString.Invariant($"items[{index}].{problem.Field}") })),
    ];

    /// <summary>Why the resolution cannot be recorded in a concept as it stands; null where it can. Every item must be agreed, in the revision decided on.</summary>
    public Refusal? Judge(ConceptSnapshot concept) => Decisions.Select(decision => Judge(decision, concept)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Whether another resolution's number is this one's; case and white space around it make no difference.</summary>
    public bool HasNumber(string number) => string.Equals(Number.Trim(), number.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Refusal? Judge(CouncilDecision decision, ConceptSnapshot concept) =>
        concept.FindGoal(decision.Item) is { } goal ? decision.Judge(goal)
        : concept.FindMeasure(decision.Item) is { } measure ? decision.Judge(measure)
        : new UnknownDecisionItem(decision.Item);

    private IEnumerable<ContentProblem> CheckCount()
    {
        if (Decisions.Count == 0)
        {
            yield return new ContentProblem("items", "required", null);
        }

        if (Decisions.Count > MaxDecisions)
        {
            yield return new ContentProblem("items", "too-many", FormattableString.Invariant($"{Decisions.Count}"));
        }

        if (Decisions.Sum(decision => decision.Amendment?.Length ?? 0) is > MaxAmendments and var length)
        {
            yield return new ContentProblem("items", "too-long", FormattableString.Invariant($"{length}"));
        }
    }
}

/// <summary>A number that another resolution has.</summary>
public sealed record ResolutionNumberTaken(string Number)
    : Refusal(RefusalKind.Conflict, "resolution-number-taken", $"There is a resolution with the number '{Number}' already.");
