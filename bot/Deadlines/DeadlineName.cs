using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Names a deadline, in the data of cards and in the addresses of the API.</summary>
/// <param name="Concept">The concept's id.</param>
/// <param name="Deadline">The deadline's id.</param>
internal sealed record DeadlineName(string Concept, string Deadline)
{
    public const string DeadlineField = "deadline";

    /// <summary>Reads it from a card's data.</summary>
    /// <returns>The name; null where the data hold none that could be one.</returns>
    public static DeadlineName? Read(CardActionContext context) =>
        context.Text(RoundName.ConceptField) is { } concept && context.Text(DeadlineField) is { } deadline && Identifier.IsValid(concept) && Identifier.IsValid(deadline)
            ? new DeadlineName(concept, deadline)
            : null;

    public static DeadlineName Of(DeadlineView deadline) => new(deadline.Concept, deadline.Id);

    /// <summary>What a card carries.</summary>
    public Dictionary<string, string> Data() => new() { [RoundName.ConceptField] = Concept, [DeadlineField] = Deadline };
}
