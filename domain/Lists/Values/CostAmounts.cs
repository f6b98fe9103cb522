namespace Insek.Office.Domain.Lists;

/// <summary>Costs in numbers.</summary>
internal static class CostAmounts
{
    private const decimal MaxEuro = 1_000_000_000_000;

    /// <summary>Reads a cell that is not words alone.</summary>
    public static CellReading<Cost> Read(WrittenCell cell, string clean, List<CostToken> tokens, CostColumn column)
    {
        WithoutYears(tokens);
        var amounts = Amounts(tokens);
        if (amounts is null or [])
        {
            return CellReading.Unclear<Cost>(cell.Written, CellReasons.NotRecognised);
        }

        var isPerYear = column.IsPerYear || Has(tokens, CostTokenKind.PerYear);
        var isPlain = tokens.TrueForAll(token => token.Kind is CostTokenKind.Number or CostTokenKind.Currency or CostTokenKind.Unit or CostTokenKind.Harmless or CostTokenKind.Mark);
        if (amounts is [var only] && isPlain && !isPerYear)
        {
            var reading = Single(cell, clean, only.Number, only.Unit, only.HasCurrency, column);
            return Has(tokens, CostTokenKind.Harmless) && reading.Value is { Euro: not null } value
                ? CellReading.Partly(cell.Written, value with { Note = clean }, CellReasons.MoreText)
                : reading;
        }

        return InWords(cell, clean, tokens, amounts, isPerYear, column);
    }

    /// <summary>Reads one amount that nothing qualifies.</summary>
    public static CellReading<Cost> Single(WrittenCell cell, string clean, CostNumber number, CostUnit? unit, bool hasCurrency, CostColumn column)
    {
        // "1.250 Mio." names a billion in German and a million and a quarter in English; "1.250 €" and "1,250 Mio. €" only make sense in German.
        var effective = unit ?? column.Unit;
        var isDoubtful = IsDoubtful(number, effective);
        var values = isDoubtful ? new[] { number.Value, number.Other } : [number.Value];

        if (unit is null && hasCurrency && column.Unit is { } stated and not CostUnit.Euro)
        {
            return Choose(cell, CellReasons.UnitContradicts, values, [CostUnit.Euro, stated], column);
        }

        if (effective is null && !hasCurrency && number.Value != 0)
        {
            return Choose(cell, CellReasons.UnitUnknown, values, [CostUnit.Euro, CostUnit.Thousand], column);
        }

        var used = effective ?? CostUnit.Euro;
        if (isDoubtful)
        {
            return Choose(cell, CellReasons.SeparatorUnclear, values, [used], column);
        }

        if (InEuro(number.Value, used) is not { } euro)
        {
            return CellReading.Unclear<Cost>(cell.Written, CellReasons.CostOutOfRange);
        }

        return column.IsPerYear
            ? CellReading.Partly(cell.Written, new Cost { Kind = CostKind.PerYear, From = euro, To = euro, Note = Note(clean, unit, hasCurrency, column) }, CellReasons.CostPerYear)
            : CellReading.Understood(cell.Written, Cost.Exactly(euro));
    }

    private static CellReading<Cost> InWords(WrittenCell cell, string clean, List<CostToken> tokens, List<Amount> amounts, bool isPerYear, CostColumn column)
    {
        if (KindOf(tokens, amounts, isPerYear) is not var (kind, reason))
        {
            var choice = amounts is [var one] && Euro(one, column) is { } alone ? new[] { Cost.Exactly(alone) with { Note = clean } } : [];
            return CellReading.Unclear(cell.Written, amounts.Count == 1 ? CellReasons.MoreText : CellReasons.CostSeveral, [.. choice]);
        }

        var (from, to) = Bounds(kind, tokens, amounts, column);
        var isStated = amounts.TrueForAll(amount => amount.Unit is not null || amount.HasCurrency) || amounts[^1].Unit is not null;
        var note = Note(clean, isStated ? CostUnit.Euro : null, isStated, column);
        return CellReading.Partly(cell.Written, new Cost { Kind = kind, From = from, To = to, Note = note }, reason);
    }

    private static (CostKind Kind, string Reason)? KindOf(List<CostToken> tokens, List<Amount> amounts, bool isPerYear)
    {
        if (isPerYear)
        {
            return (CostKind.PerYear, CellReasons.CostPerYear);
        }

        if (Has(tokens, CostTokenKind.PerUnit) || IsPerPiece(tokens))
        {
            return (CostKind.PerUnit, CellReasons.CostPerUnit);
        }

        if (amounts.Count == 2 && IsRange(tokens))
        {
            return (CostKind.Range, CellReasons.CostRange);
        }

        if (amounts.Count > 1)
        {
            return (CostKind.Several, CellReasons.CostSeveral);
        }

        return Has(tokens, CostTokenKind.UpTo) || Has(tokens, CostTokenKind.AtLeast) ? (CostKind.Limit, CellReasons.CostLimit)
            : Has(tokens, CostTokenKind.About) && !Has(tokens, CostTokenKind.Word) ? (CostKind.About, CellReasons.CostAbout)
            : null;
    }

    private static (decimal? From, decimal? To) Bounds(CostKind kind, List<CostToken> tokens, List<Amount> amounts, CostColumn column)
    {
        var last = Euro(amounts[^1], column);
        if (kind is CostKind.Limit)
        {
            return Has(tokens, CostTokenKind.UpTo) ? (null, last) : (last, null);
        }

        if (kind is CostKind.Several || amounts.Count > 2 || (amounts.Count == 2 && !IsRange(tokens)))
        {
            return (null, null);
        }

        // In "250 bis 300 Mio." the unit belongs to both; in "500 bis 1 Mio." it cannot.
        var first = amounts[0].Unit is null && !amounts[0].HasCurrency ? Euro(amounts[0] with { Unit = amounts[^1].Unit, HasCurrency = amounts[^1].HasCurrency }, column) : Euro(amounts[0], column);
        return first <= last ? (first, last) : (null, null);
    }

    private static decimal? Euro(Amount amount, CostColumn column)
    {
        if (IsDoubtful(amount.Number, amount.Unit ?? column.Unit) || (amount.Unit is null && amount.HasCurrency && column.Unit is not (null or CostUnit.Euro)))
        {
            return null;
        }

        var unit = amount.Unit ?? (amount.HasCurrency ? CostUnit.Euro : column.Unit);
        return unit is { } known ? InEuro(amount.Number.Value, known) : null;
    }

    private static CellReading<Cost> Choose(WrittenCell cell, string reason, decimal[] values, CostUnit[] units, CostColumn column)
    {
        var choices = units.SelectMany(unit => values.Select(value => InEuro(value, unit))).OfType<decimal>();
        return column.IsPerYear
            ? CellReading.Unclear(cell.Written, reason, [.. choices.Select(euro => new Cost { Kind = CostKind.PerYear, From = euro, To = euro, Note = CellText.Clean(cell.Text) })])
            : CellReading.Unclear(cell.Written, reason, [.. choices.Select(Cost.Exactly)]);
    }

    private static List<Amount>? Amounts(List<CostToken> tokens)
    {
        var amounts = new List<Amount>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is not CostTokenKind.Number)
            {
                continue;
            }

            if (CostNumber.Read(tokens[i].Text) is not { } number)
            {
                return null;
            }

            var unit = i + 1 < tokens.Count ? tokens[i + 1].Unit : null;
            var currency = i + (unit is null ? 1 : 2);
            var hasCurrency = (currency < tokens.Count && tokens[currency].Kind is CostTokenKind.Currency) || (i > 0 && tokens[i - 1].Kind is CostTokenKind.Currency && amounts.Count == 0);
            amounts.Add(new Amount(number, unit, hasCurrency));
        }

        return amounts;
    }

    private static bool IsRange(List<CostToken> tokens)
    {
        var first = tokens.FindIndex(token => token.Kind is CostTokenKind.Number);
        var second = tokens.FindIndex(first + 1, token => token.Kind is CostTokenKind.Number);
        var between = tokens.FindIndex(first, second - first, token => token.Kind is CostTokenKind.Dash || token.Text is "bis");
        return between > 0 || (tokens[0].Text is "zwischen" && tokens.Exists(token => token.Text is "und"));
    }

    // "120 €/m²": what follows the stroke is no amount.
    private static bool IsPerPiece(List<CostToken> tokens)
    {
        var stroke = tokens.FindIndex(token => token is { Kind: CostTokenKind.And, Text: "/" });
        return stroke > 0 && stroke + 1 < tokens.Count && tokens[stroke + 1].Kind is CostTokenKind.Word;
    }

    private static bool Has(List<CostToken> tokens, CostTokenKind kind) => tokens.Exists(token => token.Kind == kind);

    private static bool IsDoubtful(CostNumber number, CostUnit? unit) => number.Doubt switch
    {
        CostDoubt.None => false,
        CostDoubt.Dot => unit is CostUnit.Million or CostUnit.Billion,
        CostDoubt.Comma => unit is null or CostUnit.Euro,
        _ => true,
    };

    // What a measure may cost at all; also keeps the product within decimal.
    private static decimal? InEuro(decimal value, CostUnit unit) => value is < 0 or > MaxEuro || value * Factor(unit) > MaxEuro ? null : WithoutZeros(value * Factor(unit));

    // 1.250,00 € and 1.250 € are the same number, and are written the same.
    private static decimal WithoutZeros(decimal value) => value / 1.000000000000000000000000000m;

    // Beside an amount with its unit, "2024" is a year and "19 %" a tax.
    private static void WithoutYears(List<CostToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
            var isShare = next is { Kind: CostTokenKind.Word, Text: "%" };
            var isYear = tokens[i].Text is ['1' or '2', '9' or '0', _, _] && next.Unit is null && next.Kind is not CostTokenKind.Currency
                && tokens.Exists(token => token.Unit is not null || token.Kind is CostTokenKind.Currency) && !(i > 0 && tokens[i - 1].Kind is CostTokenKind.Currency)
                && !IsBound(tokens, i);
            if (tokens[i].Kind is CostTokenKind.Number && (isShare || isYear))
            {
                tokens[i] = new CostToken(CostTokenKind.Word, tokens[i].Text);
            }
        }
    }

    // In "2000 bis 3000 €" and "< 2000" the number is an amount.
    private static bool IsBound(List<CostToken> tokens, int at) =>
        (at + 1 < tokens.Count && tokens[at + 1].Kind is CostTokenKind.Dash or CostTokenKind.UpTo) || (at > 0 && tokens[at - 1].Kind is CostTokenKind.UpTo or CostTokenKind.Dash);

    private static decimal Factor(CostUnit unit) => unit switch
    {
        CostUnit.Thousand => 1_000,
        CostUnit.Million => 1_000_000,
        CostUnit.Billion => 1_000_000_000,
        _ => 1,
    };

    private static string Note(string clean, CostUnit? unit, bool hasCurrency, CostColumn column) =>
        unit is null && !hasCurrency && column is { Unit: not (null or CostUnit.Euro), Heading: { } heading } ? $"{clean} ({heading})" : clean;

    private readonly record struct Amount(CostNumber Number, CostUnit? Unit, bool HasCurrency);
}
