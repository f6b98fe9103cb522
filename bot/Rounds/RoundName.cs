using Insek.Office.Bot.Actions;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Rounds;

/// <summary>Names a round, in the data of cards and in the addresses of the API.</summary>
/// <param name="Concept">The concept's id.</param>
/// <param name="Round">The round's id.</param>
internal sealed record RoundName(string Concept, string Round)
{
    public const string ConceptField = "concept";
    public const string RoundField = "round";

    /// <summary>Reads it from a card's data.</summary>
    /// <returns>The name; null where the data hold none that could be one.</returns>
    public static RoundName? Read(CardActionContext context) =>
        context.Text(ConceptField) is { } concept && context.Text(RoundField) is { } round && Identifier.IsValid(concept) && Identifier.IsValid(round)
            ? new RoundName(concept, round)
            : null;

    public static RoundName Of(RoundView round) => new(round.Concept, round.Id);

    /// <summary>What a card carries.</summary>
    public Dictionary<string, string> Data() => new() { [ConceptField] = Concept, [RoundField] = Round };
}
