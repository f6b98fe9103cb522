using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What cards say about deadlines and reminders, in words.</summary>
internal static class DeadlineTexts
{
    private const int LongestName = 80;

    public static CardTexts All { get; } = new(typeof(DeadlineTexts));

    /// <summary>A deadline's kind in words; as it came where it has none yet.</summary>
    public static string Kind(DeadlineView deadline, CultureInfo culture) => All.Find($"kind.{deadline.Kind}", culture) ?? deadline.Kind;

    /// <summary>When it is due: "Mi., 20.03.2024", with the time where it has one.</summary>
    public static string Due(DeadlineView deadline, CultureInfo culture) => deadline.HasTime ? CardText.Instant(deadline.DueAt, culture) : CardText.Day(deadline.Due, culture);

    /// <summary>How long there is: "In 2 Tagen fällig: Mi., 20.03.2024"; overdue is said in words.</summary>
    public static string When(DeadlineView deadline, CultureInfo culture)
    {
        var due = Due(deadline, culture);
        return deadline switch
        {
            { Overdue: true, DaysLeft: >= 0 } => All.Format("due.passed", culture, due),
            { Overdue: true } => All.Count("due.overdue", -deadline.DaysLeft, culture, due),
            { DaysLeft: <= 0 } => All.Format("due.today", culture, due),
            { DaysLeft: 1 } => All.Format("due.tomorrow", culture, due),
            _ => All.Format("due.days", culture, deadline.DaysLeft, due),
        };
    }

    /// <summary>Kind and whose it is, in one line; whose it is only where it is not the reader's alone.</summary>
    public static string About(DeadlineView deadline, CultureInfo culture, string? reader = null)
    {
        var parts = new List<string> { Kind(deadline, culture) };
        if (Owners(deadline, culture) is { } owners && !(reader is not null && deadline.Owners is [var only] && only.Id == reader))
        {
            parts.Add(owners);
        }

        if (deadline.Round is { } round)
        {
            parts.Add(All.Count("round.standing", round.Voted, culture, round.Electorate));
        }

        if (deadline.MovedFrom is { } from)
        {
            parts.Add(All.Format("moved.from", culture, CardText.Day(from, culture)));
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Whose it is; null for a round, which concerns those who have not voted.</summary>
    public static string? Owners(DeadlineView deadline, CultureInfo culture)
    {
        const int Most = 3;
        return deadline switch
        {
            { Kind: "roundDue" } => null,
            { Owners: { Count: > 0 } owners } => Names(owners, Most, culture),
            { Office: { Length: > 0 } office } => All.Format("owners.office", culture, CardText.Short(office, LongestName)),
            _ => All["owners.none", culture],
        };
    }

    /// <summary>Names, as many as asked for, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<MemberView> members, int most, CultureInfo culture)
    {
        var names = string.Join("; ", members.Take(most).Select(member => Name(member, culture)));
        return members.Count > most ? All.Format("names.more", culture, names, members.Count - most) : names;
    }

    public static string Name(MemberView member, CultureInfo culture)
    {
        var name = CardText.Short(member.Name, LongestName);
        return member.Gone is true ? All.Format("name.gone", culture, name) : name;
    }

    /// <summary>What became of an entry that asks nothing any more.</summary>
    public static string Settled(DeadlineView deadline, CultureInfo culture) => deadline switch
    {
        { State: "done", ClosedBy: { } by, ClosedAt: { } at } => All.Format("settled.doneBy", culture, CardText.Instant(at, culture), Name(by, culture)),
        { State: "done" } => All["settled.done", culture],
        { State: "waived", Reason: { Length: > 0 } reason } => All.Format("settled.waivedFor", culture, CardText.Short(reason, 300)),
        { State: "waived" } => All["settled.waived", culture],
        { Kind: "roundDue" } => All["settled.voted", culture],
        { Owners.Count: > 0 } => All.Format("settled.handedOver", culture, Names(deadline.Owners, 3, culture)),
        _ => All["settled.else", culture],
    };

    /// <summary>Why something was refused: in the words of deadlines, else in general ones.</summary>
    public static string Refusal(ApiProblem problem, CultureInfo culture) => All.Find($"refused.{problem.Code}", culture) ?? ProblemTexts.For(problem, culture);
}
