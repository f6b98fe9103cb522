namespace Insek.Office.Domain;

/// <summary>What a member says to one item.</summary>
public enum Choice
{
    /// <summary>Zustimmung.</summary>
    Approve,

    /// <summary>Zustimmung mit Änderung: agreed in its aim, the text goes back with a proposal.</summary>
    ApproveWithChange,

    /// <summary>Ablehnung; needs a reason.</summary>
    Reject,

    /// <summary>Enthaltung: counts for the quorum only.</summary>
    Abstain,

    /// <summary>Befangen: does not take part in the decision, and is not among those entitled.</summary>
    /// <remarks>Local law excludes the biased from deliberating and voting, for example § 20 SächsGemO.</remarks>
    Recused,
}

/// <summary>One member's vote on one revision of one item.</summary>
/// <param name="Item">The goal or measure.</param>
/// <param name="Revision">The revision that was voted on, from 1.</param>
/// <param name="Choice">What was said.</param>
/// <param name="Text">The wanted change or the reason; up to 2,000 characters.</param>
public sealed record Vote(ItemId Item, int Revision, Choice Choice, string? Text = null)
{
    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int MaxText = 2_000;

    /// <summary>Everything in it that cannot be accepted: a rejection without reason, a change without text, a text too long.</summary>
    public IEnumerable<ContentProblem> Check() => Choice is Choice.Reject or Choice.ApproveWithChange
        ? FieldRules.Required(Item.Value, Text, MaxText)
        : FieldRules.Text(Item.Value, Text, MaxText);
}
