using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>Applies what a row says to a present goal or measure through the domain's own methods, step by step.</summary>
internal sealed class ItemRevision<T, TContent>
    where T : ConceptItem<T, TContent>
    where TContent : class, IItemContent, IEquatable<TContent>
{
    private readonly T present;
    private readonly ImportRequest request;
    private readonly List<Change> _changes = [];

    public ItemRevision(T present, ImportRequest request) => (this.present, this.request, Item) = (present, request, present);

    /// <summary>The item after the steps so far.</summary>
    public T Item { get; private set; }

    public PlannedItem<T>? Planned => _changes.Count == 0 ? null : new PlannedItem<T>(Item, present, _changes);

    /// <summary>Whether the content changed and an agreed item went back to Draft.</summary>
    public bool Reopened => present.State is not ItemState.Draft && _changes.Exists(change => change.BeganRevision) && Item.State is ItemState.Draft;

    public void Edit(TContent content)
    {
        if (!content.Equals(Item.Content))
        {
            Apply(Item.Edit(content, request.By, request.At));
        }
    }

    public void Apply(Result<Changed<T>> result)
    {
        if (!result.TryGet(out var changed, out var refusal))
        {
            // Contents are checked and compared before: a refusal here is a bug of the planner.
            throw new InvalidOperationException($"The planned change of {present.Id} was refused: {refusal.Message}");
        }

        Item = changed.Item;
        _changes.Add(changed.Change);
    }

    /// <summary>Moves the item where the file says so.</summary>
    /// <param name="state">The state in the file; null, or the one before the import, asks for nothing.</param>
    /// <returns>Whether an import may do so.</returns>
    public bool MoveTo(ItemState? state)
    {
        if (state is not { } target || target == present.State || target == Item.State)
        {
            return true;
        }

        if (!ItemStates.Allows(Item.State, target, Authority.Tracking))
        {
            return false;
        }

        Apply(Item.MoveTo(target, Authority.Tracking, request.By, request.At));
        return true;
    }

    /// <summary>Takes another external id. Beside other changes it is part of them; alone it is a stored change of its own.</summary>
    /// <param name="externalId">The external id of the file; null keeps the present one, which is how the other list finds the item.</param>
    /// <param name="with">Gives the item that external id.</param>
    /// <param name="rebuilt">The present item with a version more.</param>
    public void Rename(string? externalId, Func<T, string, T> with, Func<T> rebuilt)
    {
        if (externalId is null || externalId == present.ExternalId)
        {
            return;
        }

        if (_changes.Count == 0)
        {
            Item = rebuilt();
            _changes.Add(new Change(ChangeKind.Tracked, Item.Kind, Item.Id, Item.Revision, Item.State, Item.State, request.By, Item.ChangedAt));
        }

        Item = with(Item, externalId);
    }
}
