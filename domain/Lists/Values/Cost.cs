namespace Insek.Office.Domain.Lists;

/// <summary>How a list tells what a measure costs.</summary>
public enum CostKind
{
    /// <summary>One exact amount.</summary>
    Exact,

    /// <summary>Not exactly: "ca. 20.000 €".</summary>
    About,

    /// <summary>A range.</summary>
    Range,

    /// <summary>A limit: at most, or at least.</summary>
    Limit,

    /// <summary>An amount for every year.</summary>
    PerYear,

    /// <summary>An amount for every piece, metre or part.</summary>
    PerUnit,

    /// <summary>Several amounts; whether they add up is not said.</summary>
    Several,

    /// <summary>A class, whose amounts the list explains elsewhere, if at all.</summary>
    Class,

    /// <summary>Not known, or not yet.</summary>
    Open,
}

/// <summary>What a cell says a measure costs.</summary>
public sealed record Cost
{
    /// <summary>How the list tells it.</summary>
    public CostKind Kind { get; init; }

    /// <summary>The cost in euros; only where <see cref="Kind"/> is <see cref="CostKind.Exact"/>.</summary>
    public decimal? Euro { get; init; }

    /// <summary>The lower bound in euros, where it is known; of a range, a limit, a sum per year or piece, or an approximate amount.</summary>
    public decimal? From { get; init; }

    /// <summary>The upper bound in euros, inclusive, where it is known.</summary>
    public decimal? To { get; init; }

    /// <summary>The cost in words, as the list has it, with the heading where only this names the unit; null where <see cref="Euro"/> says all of it.</summary>
    public string? Note { get; init; }

    internal static Cost Exactly(decimal euro) => new() { Kind = CostKind.Exact, Euro = euro, From = euro, To = euro };
}
