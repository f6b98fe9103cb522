namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does to its entity.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds the entity; fails if it exists.</summary>
    Add = 0,

    /// <summary>Merges into the stored entity; fails if it is missing.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces the stored entity; fails if it is missing.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes the stored entity; fails if it is missing.</summary>
    Delete = 3,

    /// <summary>Merges into the stored entity or adds it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces the stored entity or adds it.</summary>
    UpsertReplace = 5,
}
