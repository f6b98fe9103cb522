using System.Globalization;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>How a group decides and by when, as a form says it.</summary>
/// <param name="QuorumPercent">Quorum in percent of those entitled, 1 to 100.</param>
/// <param name="Due">The last instant at which a vote counts.</param>
/// <param name="SteeringDays">How long the steering group will have, in days, 1 to 365.</param>
internal sealed record RoundTerms(int QuorumPercent, DateTimeOffset Due, int SteeringDays)
{
    public const int MaxTitle = 200;
    public const int MaxSteeringDays = 365;

    public static readonly IReadOnlyList<string> Rules = ["unanimous", "majority", "chairDecides"];

    /// <summary>Reads a form. The API checks again; this says it all at once and in words.</summary>
    /// <returns>The terms, or the names of the texts that say what is wrong.</returns>
    public static (RoundTerms? Terms, IReadOnlyList<string> Problems) Read(RoundForm form, DateTimeOffset now)
    {
        var quorum = Number(form.Quorum, 100);
        var steering = Number(form.SteeringDays, MaxSteeringDays);
        var (due, wrongDue) = DueInput.Read(form.Date, form.Time, now);
        string?[] problems =
        [
            form.Title is { Length: > MaxTitle } ? "wrong.title" : null,
            Rules.Contains(form.Rule) ? null : "wrong.rule",
            quorum is null ? "wrong.quorum" : null,
            wrongDue,
            steering is null ? "wrong.steeringDays" : null,
        ];
        IReadOnlyList<string> wrong = [.. problems.OfType<string>()];
        return wrong.Count == 0 ? (new RoundTerms(quorum!.Value, due!.Value, steering!.Value), wrong) : (null, wrong);
    }

    /// <summary>What the API is asked for: whole goals and sector concepts by name, so that it takes what they hold at that moment.</summary>
    public OpenRound ToRequest(RoundForm form) => new()
    {
        Group = form.Group,
        Title = form.Title is { Length: > 0 } title ? title : null,
        Items = form.Items,
        Goals = form.Items.Count > 0 ? [] : form.Goals,
        Sectors = form.Items.Count > 0 ? [] : form.Sectors,
        Rule = form.Rule,
        QuorumPercent = QuorumPercent,
        OpenVoting = form.OpenVoting,
        Due = Due,
        SteeringDays = SteeringDays,
    };

    private static int? Number(string? text, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
