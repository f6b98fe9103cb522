namespace Insek.Office.Domain;

/// <summary>What a round asks about: a goal or measure in the revision that was before the group when the round opened.</summary>
/// <param name="Kind">Goal or measure.</param>
/// <param name="Item">Which.</param>
/// <param name="Revision">The revision at opening, from 1.</param>
/// <param name="PresentedRevision">The revision that the last round before this one asked about; null where none did.</param>
public sealed record BallotItem(ItemKind Kind, ItemId Item, int Revision, int? PresentedRevision = null);

/// <summary>An item as it stands while a vote is cast.</summary>
/// <param name="Item">Which.</param>
/// <param name="Revision">Its present revision: an editorial correction moves it on without withdrawing the item.</param>
public sealed record LiveItem(ItemId Item, int Revision);
