namespace Insek.Office.Domain;

/// <summary>How far a goal or measure has come.</summary>
public enum ItemState
{
    /// <summary>Being worked on (Entwurf).</summary>
    Draft,

    /// <summary>Before the working group (in der Arbeitsgruppe).</summary>
    InWorkingGroup,

    /// <summary>Before the steering group (in der Steuergruppe).</summary>
    InSteeringGroup,

    /// <summary>Agreed by both groups (abgestimmt).</summary>
    Agreed,

    /// <summary>Resolved by the council (beschlossen).</summary>
    Resolved,

    /// <summary>Being carried out (in Umsetzung).</summary>
    InProgress,

    /// <summary>Carried out (umgesetzt).</summary>
    Done,

    /// <summary>Turned down (abgelehnt).</summary>
    Rejected,

    /// <summary>Put off (zurückgestellt).</summary>
    Deferred,
}

/// <summary>Who may bring about a change of state.</summary>
public enum Authority
{
    /// <summary>An approval round or the council's resolution.</summary>
    Procedure,

    /// <summary>An editor who keeps track of what became of an item.</summary>
    Tracking,
}

/// <summary>Which changes of state there are.</summary>
public static class ItemStates
{
    private static readonly Dictionary<(ItemState From, ItemState To), Authority> _transitions = new()
    {
        [(ItemState.Draft, ItemState.InWorkingGroup)] = Authority.Procedure,
        [(ItemState.InWorkingGroup, ItemState.InSteeringGroup)] = Authority.Procedure,
        [(ItemState.InWorkingGroup, ItemState.Draft)] = Authority.Procedure,
        [(ItemState.InSteeringGroup, ItemState.Agreed)] = Authority.Procedure,
        [(ItemState.InSteeringGroup, ItemState.Draft)] = Authority.Procedure,
        [(ItemState.Agreed, ItemState.Resolved)] = Authority.Procedure,
        [(ItemState.Agreed, ItemState.Draft)] = Authority.Procedure,
        [(ItemState.Agreed, ItemState.Rejected)] = Authority.Procedure,
        [(ItemState.Agreed, ItemState.Deferred)] = Authority.Procedure,
        [(ItemState.Draft, ItemState.Rejected)] = Authority.Tracking,
        [(ItemState.Draft, ItemState.Deferred)] = Authority.Tracking,
        [(ItemState.Deferred, ItemState.Draft)] = Authority.Tracking,
        [(ItemState.Rejected, ItemState.Draft)] = Authority.Tracking,
        [(ItemState.Resolved, ItemState.InProgress)] = Authority.Tracking,
        [(ItemState.InProgress, ItemState.Resolved)] = Authority.Tracking,
        [(ItemState.InProgress, ItemState.Done)] = Authority.Tracking,
        [(ItemState.Done, ItemState.InProgress)] = Authority.Tracking,
    };

    /// <summary>What tables show unless asked otherwise: everything that is neither turned down nor put off.</summary>
    public static ValueList<ItemState> Shown { get; } =
        Enum.GetValues<ItemState>().Where(state => state is not (ItemState.Rejected or ItemState.Deferred)).ToValueList();

    /// <summary>Whether the change exists and the authority may bring it about.</summary>
    public static bool Allows(ItemState from, ItemState to, Authority authority) =>
        _transitions.TryGetValue((from, to), out var needed) && needed == authority;

    /// <summary>What a change of content makes of the state: whatever a group has agreed or has before it returns to Draft.</summary>
    /// <remarks>A vote belongs to a revision, so an approval never carries over to new content. Rejected and deferred items stay so: rewriting one does not revive it.</remarks>
    public static ItemState AfterEdit(ItemState state) =>
        state is ItemState.Rejected or ItemState.Deferred ? state : ItemState.Draft;
}
