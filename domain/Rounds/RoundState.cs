namespace Insek.Office.Domain;

/// <summary>How far a round has come. Opening, Closing and Cancelling are sequences of steps that are resumed after a kill.</summary>
public enum RoundState
{
    /// <summary>Items and ballots are being written; nobody votes yet.</summary>
    Opening,

    /// <summary>Votes are taken.</summary>
    Open,

    /// <summary>Nobody belongs to the group any more: no vote is taken and nothing closes by itself until somebody does again.</summary>
    Paused,

    /// <summary>Ballots are being sealed, counted and applied; no vote is taken any more.</summary>
    Closing,

    /// <summary>Decided.</summary>
    Closed,

    /// <summary>Items are being given back.</summary>
    Cancelling,

    /// <summary>Called off; nothing was decided.</summary>
    Cancelled,
}

/// <summary>What a round waits for.</summary>
public enum PauseReason
{
    /// <summary>Nobody belongs to the group any more.</summary>
    GroupEmpty,

    /// <summary>The directory does not have the group any more.</summary>
    GroupGone,

    /// <summary>The round is closing and has passed items, but the concept has no steering group with members to decide on them.</summary>
    NoSteeringGroup,
}

/// <summary>Why a round was closed.</summary>
public enum ClosingCause
{
    /// <summary>All had voted.</summary>
    Complete,

    /// <summary>The chair or an administrator closed it.</summary>
    ByChair,

    /// <summary>The due instant had passed.</summary>
    Due,
}
