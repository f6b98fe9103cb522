using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>What somebody has entered on the way to a round, as it was entered: it is checked later, and shown again until it is right.</summary>
/// <remarks>Named alike as inputs and in what buttons carry; clients merge both, and leave empty inputs out.</remarks>
internal sealed record RoundForm
{
    public const int DefaultDays = 14;

    private const string DefaultTime = "18:00";
    private const string DefaultQuorum = "50";
    private const string DefaultRule = "unanimous";
    private const string On = "true";

    public required string Concept { get; init; }

    public required string Group { get; init; }

    /// <summary>Keys of whole sector concepts.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Ids of whole goals.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Ids of items chosen singly; where there are any, they are the choice.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public string? Title { get; init; }

    public string? Rule { get; init; }

    public string? Quorum { get; init; }

    public string? Date { get; init; }

    public string? Time { get; init; }

    public bool OpenVoting { get; init; }

    public string? SteeringDays { get; init; }

    /// <summary>A form nobody has filled in yet.</summary>
    public static RoundForm Empty(string concept, string group, DateTimeOffset now) => new()
    {
        Concept = concept,
        Group = group,
        Rule = DefaultRule,
        Quorum = DefaultQuorum,
        Date = CardText.DateValue(now.AddDays(DefaultDays)),
        Time = DefaultTime,
        SteeringDays = DefaultDays.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads what a click brings; null where the card is not one of the dialog's.</summary>
    public static RoundForm? Read(CardActionContext context) =>
        context.Text("concept") is { Length: > 0 } concept && context.Text("group") is { Length: > 0 } group
            ? new RoundForm
            {
                Concept = concept,
                Group = group,
                Sectors = context.Choices("sectors"),
                Goals = context.Choices("goals"),
                Items = context.Choices("items"),
                Title = context.Text("title")?.Trim(),
                Rule = context.Text("rule"),
                Quorum = context.Text("quorum"),
                Date = context.Text("date"),
                Time = context.Text("time"),
                OpenVoting = string.Equals(context.Text("openVoting"), On, StringComparison.OrdinalIgnoreCase),
                SteeringDays = context.Text("steeringDays"),
            }
            : null;

    /// <summary>The form with more items chosen singly.</summary>
    public RoundForm With(IReadOnlyList<string> items) => this with { Items = [.. Items.Union(items)] };

    /// <summary>What a button carries on a card that has the inputs itself: only what they do not hold.</summary>
    public JObject ToData() => Written(("concept", Concept), ("group", Group), ("items", string.Join(',', Items)));

    /// <summary>What a button carries on a card without these inputs.</summary>
    public JObject ToFullData() => Written(
        ("concept", Concept),
        ("group", Group),
        ("sectors", string.Join(',', Sectors)),
        ("goals", string.Join(',', Goals)),
        ("items", string.Join(',', Items)),
        ("title", Title),
        ("rule", Rule),
        ("quorum", Quorum),
        ("date", Date),
        ("time", Time),
        ("openVoting", OpenVoting ? On : null),
        ("steeringDays", SteeringDays));

    private static JObject Written(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var data = new JObject();
        foreach (var (name, value) in values)
        {
            if (value is { Length: > 0 })
            {
                data[name] = value;
            }
        }

        return data;
    }
}
