using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Microsoft.AspNetCore.Mvc;

namespace Insek.Office.Functions.Deadlines;

/// <summary>The query of a list of deadlines, as it comes in.</summary>
internal sealed class DeadlineQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;
    private const int MaxDays = 3_660;
    private const int MaxText = 100;

    [Description("open, done or waived; several joined by commas; open where absent.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [Description("roundDue, measureDue, milestone or fundingApplication; several joined by commas.")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("A member's id, or 'me'; 'none' for those that resolve to nobody.")]
    [FromQuery(Name = "owner")]
    public string? Owner { get; init; }

    [Description("Due within so many days from today, 0 to 3660; what is overdue is within.")]
    [FromQuery(Name = "dueWithin")]
    public string? DueWithin { get; init; }

    [Description("true: only what is overdue.")]
    [FromQuery(Name = "overdue")]
    public string? Overdue { get; init; }

    [Description("Words that title, office or an owner's name contain; up to 100 characters.")]
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    [Description("Entries per page, 1 to 500; 50 where absent.")]
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [Description("From the page before.")]
    [FromQuery(Name = "continuation")]
    public string? Continuation { get; init; }

    public Result<DeadlineFilter> Read(Caller caller)
    {
        var states = Split(State).Select(ParameterValue.Parse<DeadlineState>).ToArray();
        var kinds = Split(Kind).Select(ParameterValue.Parse<DeadlineKind>).ToArray();
        if (states.Contains(null))
        {
            return new InvalidParameter("state", State!);
        }

        if (kinds.Contains(null))
        {
            return new InvalidParameter("kind", Kind!);
        }

        if (Owner is { Length: > 0 } && !Identifier.IsValid(Owner))
        {
            return new InvalidParameter("owner", Owner);
        }

        if (!TryNumber(DueWithin, null, MaxDays, 0, out var days))
        {
            return new InvalidParameter("dueWithin", DueWithin!);
        }

        if (Overdue is not (null or "" or "true" or "false"))
        {
            return new InvalidParameter("overdue", Overdue);
        }

        if (Text is { Length: > MaxText })
        {
            return new InvalidParameter("text", Text[..MaxText]);
        }

        if (!TryNumber(Limit, DefaultLimit, MaxLimit, 1, out var limit))
        {
            return new InvalidParameter("limit", Limit!);
        }

        if (!TryNumber(Continuation, 0, int.MaxValue, 0, out var skip))
        {
            return new InvalidParameter("continuation", Continuation!);
        }

        return new DeadlineFilter
        {
            States = states.Length == 0 ? [DeadlineState.Open] : [.. states.OfType<DeadlineState>()],
            Kinds = [.. kinds.OfType<DeadlineKind>()],
            Owner = Owner switch { null or "" or "none" => null, "me" => caller.Id, _ => new MemberId(Owner) },
            HasNoOwner = Owner == "none",
            DueWithin = days,
            OnlyOverdue = Overdue == "true",
            Words = (Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Limit = limit ?? DefaultLimit,
            Skip = skip ?? 0,
        };
    }

    private static string[] Split(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool TryNumber(string? text, int? absent, int max, int min, out int? number)
    {
        number = absent;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max;
        number = value;
        return read;
    }
}

/// <summary>Which deadlines are asked for.</summary>
internal sealed record DeadlineFilter
{
    public required IReadOnlyList<DeadlineState> States { get; init; }

    public IReadOnlyList<DeadlineKind> Kinds { get; init; } = [];

    public MemberId? Owner { get; init; }

    public bool HasNoOwner { get; init; }

    public int? DueWithin { get; init; }

    public bool OnlyOverdue { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    public required int Limit { get; init; }

    public int Skip { get; init; }

    /// <summary>Whether the filter takes a deadline.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="concerned">Whom it concerns: its owners, of a round those who have not voted, else whoever is reminded.</param>
    /// <param name="known">The directory.</param>
    /// <param name="now">Now.</param>
    public bool Takes(Deadline deadline, IReadOnlyList<MemberId> concerned, TenantDirectory known, DateTimeOffset now) =>
        States.Contains(deadline.State)
        && (Kinds.Count == 0 || Kinds.Contains(deadline.Kind))
        && (Owner is not { } owner || concerned.Contains(owner))
        && (!HasNoOwner || (deadline.Kind is not DeadlineKind.RoundDue && deadline.OwnersIn(known).Count == 0))
        && (DueWithin is not { } days || deadline.Due.Day.DayNumber - CivilTime.DayOf(now).DayNumber <= days)
        && (!OnlyOverdue || deadline.IsOverdue(now))
        && Words.All(word => deadline.Title.Contains(word, StringComparison.CurrentCultureIgnoreCase)
            || deadline.Office?.Contains(word, StringComparison.CurrentCultureIgnoreCase) is true
            || concerned.Any(member => known.NameOf(member).Contains(word, StringComparison.CurrentCultureIgnoreCase)));
}

/// <summary>Lists deadlines of one concept or several.</summary>
internal sealed class DeadlineLists(DeadlineStore deadlines, DeadlineViewer viewer, Reminders.RoundCall calls, IDirectory directory, TimeProvider clock)
{
    private const int MaxAtOnce = 8;

    public async Task<Page<DeadlineView>> PageAsync(IReadOnlyList<Concept> concepts, DeadlineFilter filter, Caller caller, bool isEditor, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var taken = new ConcurrentBag<(Concept Concept, StoredDeadline Stored)>();
        await Parallel.ForEachAsync(concepts, new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellationToken }, async (concept, token) =>
        {
            foreach (var stored in await deadlines.ListAsync(concept.Id, token))
            {
                if (filter.Takes(stored.Deadline, await ConcernedAsync(concept.Id, stored.Deadline, filter, known, token), known, now))
                {
                    taken.Add((concept, stored));
                }
            }
        });

        var page = new List<DeadlineView>();
        foreach (var (concept, stored) in taken.OrderBy(entry => entry.Stored.Deadline.Due.Last).ThenBy(entry => entry.Concept.Id.Value, StringComparer.Ordinal).ThenBy(entry => entry.Stored.Deadline.Id.Value, StringComparer.Ordinal).Skip(filter.Skip).Take(filter.Limit))
        {
            page.Add(await viewer.ViewAsync(concept, stored, caller, isEditor, cancellationToken));
        }

        var end = filter.Skip + page.Count;
        return new Page<DeadlineView>(page, taken.Count, page.Count > 0 && end < taken.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    // Who has not voted costs reading a round's ballots: only where somebody asks for people, and the round is open.
    private async Task<IReadOnlyList<MemberId>> ConcernedAsync(ConceptId concept, Deadline deadline, DeadlineFilter filter, TenantDirectory known, CancellationToken cancellationToken)
    {
        if (deadline.Kind is not DeadlineKind.RoundDue)
        {
            return deadline.RemindedIn(known);
        }

        return filter.Owner is not null && filter.States.Contains(deadline.State) && deadline is { State: DeadlineState.Open, Source.Id: { } round }
            && await calls.ReadAsync(concept, new RoundId(round), cancellationToken) is { } call ? call.Missing : [];
    }
}
