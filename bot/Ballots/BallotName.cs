using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Rounds;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Ballots;

/// <summary>Names a ballot. It says whose ballot is meant, never who acts.</summary>
/// <param name="Round">The round.</param>
/// <param name="For">Whose ballot it is.</param>
internal sealed record BallotName(RoundName Round, string For)
{
    public const string ForField = "for";

    /// <summary>Reads it from a card's data; whoever clicked is meant where the card names nobody.</summary>
    /// <returns>The name; null where the data hold none that could be one.</returns>
    public static BallotName? Read(CardActionContext context) =>
        RoundName.Read(context) is { } round && (context.Text(ForField) ?? context.Actor.Id.Value) is var member && Identifier.IsValid(member)
            ? new BallotName(round, member)
            : null;

    /// <summary>What a card carries.</summary>
    public Dictionary<string, string> Data()
    {
        var data = Round.Data();
        data[ForField] = For;
        return data;
    }
}
