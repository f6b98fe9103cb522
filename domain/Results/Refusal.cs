namespace Insek.Office.Domain;

/// <summary>What sort of "no" a <see cref="Refusal"/> is; the edge turns it into a status code.</summary>
public enum RefusalKind
{
    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>The present state does not allow it.</summary>
    Conflict,

    /// <summary>What was sent cannot be accepted as it is.</summary>
    Invalid,

    /// <summary>What was sent is based on an earlier state.</summary>
    PreconditionFailed,

    /// <summary>What was sent does not say on which state it is based.</summary>
    PreconditionRequired,
}

/// <summary>An expected "no", as a value. Bugs and outages are exceptions.</summary>
/// <param name="Kind">What sort of "no" it is.</param>
/// <param name="Code">Stable and machine-readable, in kebab case; clients localise by it.</param>
/// <param name="Message">English, for developers and logs.</param>
public abstract record Refusal(RefusalKind Kind, string Code, string Message);
