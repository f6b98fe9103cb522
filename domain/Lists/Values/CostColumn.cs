namespace Insek.Office.Domain.Lists;

/// <summary>In what the amounts of a column are counted.</summary>
public enum CostUnit
{
    /// <summary>Euros.</summary>
    Euro,

    /// <summary>Thousands of euros (Tsd. €, T€, k€).</summary>
    Thousand,

    /// <summary>Millions of euros (Mio. €).</summary>
    Million,

    /// <summary>Thousands of millions of euros (Mrd. €).</summary>
    Billion,
}

/// <summary>What a column's heading, or a person, says of the amounts in it.</summary>
/// <param name="Unit">What they are counted in where the cell does not say it; null where nobody said.</param>
/// <param name="IsPerYear">Whether every amount is for one year.</param>
/// <param name="Heading">The heading as written, which goes into a note whose unit only the heading names.</param>
public sealed record CostColumn(CostUnit? Unit, bool IsPerYear = false, string? Heading = null)
{
    // A column in thousands would hold 100 million euros with this: more than the measures of a town cost.
    private const decimal SurelyEuro = 100_000;

    /// <summary>A column whose heading says nothing.</summary>
    public static CostColumn Unknown { get; } = new((CostUnit?)null);

    /// <summary>Reads a heading: "Kosten in Tsd. €", "Kosten [T€/a]", "Kosten in 1.000 €", "Kosten in EUR". What it does not say stays open.</summary>
    public static CostColumn FromHeading(string heading)
    {
        var tokens = CostTokens.Of(CellText.Fold(heading));
        var unit = tokens.Find(token => token.Unit is not null).Unit
            ?? Counted(tokens)
            ?? (tokens.Exists(token => token.Kind is CostTokenKind.Currency) ? CostUnit.Euro : null);
        return new CostColumn(unit, tokens.Exists(token => token.Kind is CostTokenKind.PerYear), CellText.Clean(heading));
    }

    /// <summary>Proposes the unit of a column whose heading does not name it, from the amounts that name none either.</summary>
    /// <returns>Euros where one of them is 100,000 or more, because as thousands it would be beyond what a town's measure costs; else null: somebody must be asked.</returns>
    public static CostUnit? Propose(IEnumerable<WrittenCell> cells) =>
        cells.Any(cell => CostReader.BareAmount(cell) >= SurelyEuro) ? CostUnit.Euro : null;

    private static CostUnit? Counted(List<CostToken> tokens)
    {
        var number = tokens.FindIndex(token => token.Kind is CostTokenKind.Number);
        return number < 0 || number + 1 == tokens.Count || tokens[number + 1].Kind is not CostTokenKind.Currency || CostNumber.Read(tokens[number].Text) is not { } read
            ? null
            : read.Value switch { 1_000 => CostUnit.Thousand, 1_000_000 => CostUnit.Million, _ => null };
    }
}
