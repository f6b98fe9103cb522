namespace Insek.Office.Domain;

/// <summary>Which group decides.</summary>
public enum Stage
{
    /// <summary>Arbeitsgruppe.</summary>
    WorkingGroup,

    /// <summary>Steuergruppe.</summary>
    SteeringGroup,
}

/// <summary>When a group has agreed to an item.</summary>
public enum DecisionRule
{
    /// <summary>Einstimmig: quorum, at least one approval and no rejection; abstentions do not hinder.</summary>
    Unanimous,

    /// <summary>Mehrheit: quorum and more approvals than rejections; a tie fails, abstentions count for the quorum only.</summary>
    Majority,

    /// <summary>Die Leitung entscheidet: quorum, and the chair's own vote is the decision.</summary>
    ChairDecides,
}

/// <summary>How a group decides.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="QuorumPercent">How many of those entitled must have cast a vote, in percent, 1 to 100.</param>
/// <param name="IsOpenVoting">Whether names are shown beside votes while the round is open; otherwise only after it has closed.</param>
public sealed record Procedure(DecisionRule Rule, int QuorumPercent, bool IsOpenVoting = false)
{
    /// <summary>Everything in it that cannot be accepted.</summary>
    /// <remarks>A quorum of nothing would let silence decide; it begins at 1 percent, which is at least one vote.</remarks>
    public IEnumerable<ContentProblem> Check() => FieldRules.Range("quorumPercent", QuorumPercent, 1, 100);
}
