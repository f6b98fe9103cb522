namespace Insek.Office.Domain;

/// <summary>What somebody wants a group to decide on.</summary>
public sealed record RoundOpening
{
    /// <summary>The round's id.</summary>
    public required RoundId Id { get; init; }

    /// <summary>What it is about; null for a title made by whoever shows it. Up to 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The working group.</summary>
    public required Group Group { get; init; }

    /// <summary>Single goals and measures; each must be a draft of the group.</summary>
    public ValueList<ItemId> Items { get; init => field = value ?? []; } = [];

    /// <summary>Whole goals: the goal and its measures, as far as they are drafts.</summary>
    public ValueList<ItemId> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Whole sector concepts: their goals and measures, as far as they are drafts.</summary>
    public ValueList<SectorKey> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>How the working group decides.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>How the steering group decides afterwards.</summary>
    public required Procedure SteeringProcedure { get; init; }

    /// <summary>How long the steering group will have, in days, 1 to 365.</summary>
    public required int SteeringDays { get; init; }

    /// <summary>The last instant at which the working group's votes count.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The longest time a round can be open.</summary>
    public static TimeSpan MaxDuration { get; } = TimeSpan.FromDays(366);

    /// <summary>Makes the round, in state Opening; its items and ballots are still to be written.</summary>
    /// <param name="concept">The concept as it stands.</param>
    /// <param name="by">Who opens it. Whether the person may is decided by the caller.</param>
    /// <param name="at">The instant.</param>
    public Result<ApprovalRound> Begin(ConceptSnapshot concept, MemberId by, DateTimeOffset at)
    {
        var problems = Procedure.Check()
            .Concat(SteeringProcedure.Check())
            .Concat(FieldRules.Range("steeringDays", SteeringDays, 1, 365))
            .Concat(FieldRules.Text("title", Title, ApprovalRound.MaxTitle))
            .ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        if (CheckDue(Due, at) is { } late)
        {
            return late;
        }

        if (Group.Members.Count is 0 or > ApprovalRound.MaxElectorate)
        {
            return new ElectorateSize(Id, Group.Members.Count);
        }

        if (!Choose(concept).TryGet(out var items, out var refusal))
        {
            return refusal;
        }

        return new ApprovalRound
        {
            Id = Id,
            Title = string.IsNullOrWhiteSpace(Title) ? Group.Name : Title.Trim(),
            Stage = Stage.WorkingGroup,
            Group = Group.Id,
            GroupName = Group.Name,
            Procedure = Procedure,
            SteeringProcedure = SteeringProcedure,
            SteeringDays = SteeringDays,
            OpenedBy = by,
            OpenedAt = at.ToUniversalTime(),
            Due = Due.ToUniversalTime(),
            Chair = Group.Chair,
            Items = items,
            Electorate = Group.Members.Distinct().ToValueList(),
            State = RoundState.Opening,
        };
    }

    /// <summary>The steering group's round on what a working group has passed; null where nothing passed.</summary>
    /// <remarks>Made from the closed round alone, so that whoever resumes the closing makes the same one.</remarks>
    /// <param name="closed">The working group's round with its outcomes.</param>
    /// <param name="steering">The steering group as it was when the round closed.</param>
    public static ApprovalRound? Follow(ApprovalRound closed, Group steering)
    {
        var passed = closed.Outcomes.Where(outcome => outcome.Decision is Decision.Passed).ToDictionary(outcome => outcome.Item);
        var items = closed.Items
            .Where(item => passed.ContainsKey(item.Item))
            .Select(item => new BallotItem(item.Kind, item.Item, passed[item.Item].Revision, item.Revision))
            .ToValueList();
        var openedAt = closed.EndedAt ?? closed.Due;
        return items.Count == 0 ? null : new ApprovalRound
        {
            Id = closed.SteeringRound,
            Title = closed.Title,
            Stage = Stage.SteeringGroup,
            Group = steering.Id,
            GroupName = steering.Name,
            Procedure = closed.SteeringProcedure ?? closed.Procedure,
            OpenedBy = closed.OpenedBy,
            OpenedAt = openedAt,
            Due = openedAt.AddDays(closed.SteeringDays ?? 14),
            Chair = steering.Chair,
            Items = items,
            Electorate = steering.Members.Distinct().ToValueList(),
            Follows = closed.Id,
            State = RoundState.Opening,
        };
    }

    /// <summary>Whether a round can be due then; null where it can.</summary>
    internal static Refusal? CheckDue(DateTimeOffset due, DateTimeOffset at) => due <= at || due > at + MaxDuration ? new DueOutOfRange(due) : null;

    private Result<ValueList<BallotItem>> Choose(ConceptSnapshot concept)
    {
        var chosen = new Dictionary<ItemId, BallotItem>();
        foreach (var id in Items)
        {
            if (FindDraft(concept, id).TryGet(out var item, out var refusal))
            {
                chosen[id] = item;
            }
            else
            {
                return refusal;
            }
        }

        foreach (var goal in concept.Goals.Where(goal => Goals.Contains(goal.Id) || Sectors.Contains(goal.Content.Sector)))
        {
            Add(chosen, goal);
        }

        foreach (var measure in concept.Measures.Where(measure => Sectors.Contains(measure.Content.Sector) || (measure.Content.Goal is { } goal && Goals.Contains(goal))))
        {
            Add(chosen, measure);
        }

        if (chosen.Count is 0 or > ApprovalRound.MaxItems)
        {
            return chosen.Count == 0 ? new NothingToDecide(Group.Id) : new BallotTooLarge(chosen.Count);
        }

        // The concept's own order, goal before its measures: the ballot reads like the document.
        var order = concept.Goals.SelectMany(goal => concept.MeasuresOf(goal.Id).Select(measure => measure.Id).Prepend(goal.Id))
            .Concat(concept.Measures.Where(measure => measure.Content.Goal is null).Select(measure => measure.Id));
        return order.Where(chosen.ContainsKey).Select(id => chosen[id]).ToValueList();
    }

    private Result<BallotItem> FindDraft(ConceptSnapshot concept, ItemId id)
    {
        if (concept.FindGoal(id) is { } goal)
        {
            return Judge(goal, goal.Content.Sector);
        }

        return concept.FindMeasure(id) is { } measure ? Judge(measure, measure.Content.Sector) : new NotInConcept(id);
    }

    private Result<BallotItem> Judge<TItem, TContent>(ConceptItem<TItem, TContent> item, SectorKey sector)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent>
    {
        if (!Group.Sectors.Contains(sector))
        {
            return new NotOwned(item.Id, Group.Id);
        }

        return item.State is ItemState.Draft ? ItemOf(item) : new NotDraft(item.Id, item.State);
    }

    private void Add<TItem, TContent>(Dictionary<ItemId, BallotItem> chosen, ConceptItem<TItem, TContent> item)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent>
    {
        if (item.State is ItemState.Draft && Group.Sectors.Contains(item.Content.Sector))
        {
            chosen[item.Id] = ItemOf(item);
        }
    }

    private static BallotItem ItemOf<TItem, TContent>(ConceptItem<TItem, TContent> item)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> => new(item.Kind, item.Id, item.Revision, item.PresentedRevision);
}

/// <summary>A goal or measure the concept does not have.</summary>
public sealed record NotInConcept(ItemId Item) : Refusal(RefusalKind.Invalid, "unknown-item", $"The concept has no goal or measure '{Item}'.");
