namespace Insek.Office.Domain.Lists;

/// <summary>Reads what a measure costs.</summary>
/// <remarks>
/// <para>One exact amount becomes <see cref="Cost.Euro"/>. A range, a limit, an amount per year or piece, several amounts, a class and "noch offen" are
/// read partly: no single number says them, so they stay in <see cref="Cost.Note"/> as written, with the bounds in euros where they are known.</para>
/// <para>Unclear: an amount without any unit ("1250": euros or thousands), "€" under a heading in thousands, "1,250 €" (1.25 or 1,250), "1.250 Mio.",
/// "keine" (nothing, or not known), and amounts beside words that may make them something else than the cost ("Eigenanteil 20.000 €").</para>
/// </remarks>
public static class CostReader
{
    /// <summary>Reads a cell of a column of costs.</summary>
    public static CellReading<Cost> Read(WrittenCell cell, CostColumn column)
    {
        var clean = CellText.Clean(cell.Text);
        if (CellText.IsNothing(clean))
        {
            return CellReading.Empty<Cost>(cell.Written);
        }

        if (cell.Number is { } number)
        {
            return CostAmounts.Single(cell, clean, new CostNumber(number), unit: null, hasCurrency: false, column);
        }

        var folded = CellText.Fold(clean);
        if (CostWords.KindOf(folded) is { } kind)
        {
            var reason = kind is CostKind.Open ? CellReasons.CostOpen : CellReasons.CostClass;
            return CellReading.Partly(cell.Written, new Cost { Kind = kind, Note = clean }, reason);
        }

        if (CostWords.IsNone(folded))
        {
            return CellReading.Unclear(cell.Written, CellReasons.NotRecognised, Cost.Exactly(0));
        }

        return CostAmounts.Read(cell, clean, CostTokens.Of(folded), column);
    }

    /// <summary>The amount of a cell that holds a number and nothing else; null for any other cell.</summary>
    internal static decimal? BareAmount(WrittenCell cell)
    {
        if (cell.Number is { } number)
        {
            return number;
        }

        var tokens = CostTokens.Of(CellText.Fold(cell.Text));
        return tokens is [{ Kind: CostTokenKind.Number } only] && CostNumber.Read(only.Text) is { Doubt: CostDoubt.None } read ? read.Value : null;
    }
}
