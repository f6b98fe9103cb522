using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Contracts;

namespace Insek.Office.Functions.Tests.Import;

/// <summary>Generates texts and measures that break careless files.</summary>
internal static class Hostile
{
    private static readonly string[] _pieces =
    [
        "\"", "\"\"", ";", ",", "|", " | ", "\\", "\\|", "'", "''", "=", "=HYPERLINK(\"http://example.org\";\"x\")", "+", "-", "@", "＝", "\t", "\n", "\r", "\r\n",
        " ", "  ", "\u00A0", "_x000D_", "_x005F_", "_", "007", "1e5", "3.12", "01.03.2024", "2024-03-01", "1,250", "TRUE", "#REF!", "<b>&amp;</b>", "]]>",
        "Maßnahme", "Süd", "ﬂ", "e\u0301", "🚲", "„Grüne Spirale“", "x",
    ];

    /// <summary>Any text that JSON, CSV and XML can hold.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(_pieces).ListOf().Select(pieces => string.Concat(pieces.Take(12)));

    private static Gen<string> Title { get; } = Text.Select(text => string.IsNullOrWhiteSpace(text) ? $"x{text}" : text);

    private static Gen<string?> Optional { get; } = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => string.IsNullOrWhiteSpace(text) ? null : text));

    private static Gen<decimal?> Money { get; } = Gen.OneOf(
        Gen.Constant<decimal?>(null),
        Gen.Choose(0, int.MaxValue).Select(cents => (decimal?)(cents / 100m)),
        Gen.Choose(0, int.MaxValue).Select(number => (decimal?)(number / 1000m)),
        Gen.Choose(0, int.MaxValue).Select(number => (decimal?)(1m / (number + 1m))));

    /// <summary>Measures for <see cref="Samples.Concept"/>, without ids.</summary>
    public static Gen<MeasureDocument> Measure { get; } =
        from title in Title
        from texts in Optional.ArrayOf(9)
        from partners in Title.ListOf()
        from cost in Money
        from actual in Money
        from number in Gen.Choose(0, 100_000)
        select new MeasureDocument
        {
            ExternalId = texts[0],
            Sector = number % 2 == 0 ? "verkehr" : "bildung",
            Goal = (number % 4) switch { 0 => "verkehr-1", 1 => "bildung-1", _ => null },
            Kind = number % 3 == 0 ? "areaSpecific" : "general",
            Areas = number % 3 == 0 ? ["PG-II", "PG-I"] : [],
            Title = title,
            Description = texts[1],
            Owner = texts[2],
            Partners = [.. partners.Take(5)],
            Priority = (number % 5) switch { 0 => "low", 1 => "medium", 2 => "high", _ => null },
            Horizon = (number % 6) switch { 0 => "shortTerm", 1 => "mediumTerm", 2 => "longTerm", 3 => "continuous", _ => null },
            CostEuro = cost,
            CostNote = texts[3],
            Funding = texts[4],
            IsKeyMeasure = number % 7 == 0,
            Principles = number % 2 == 0 ? ["sdg:11", "leipzig:gruen"] : [],
            Due = number % 8 == 0 ? null : new DateOnly(1890, 1, 1).AddDays(number),
            Source = texts[5],
            SourcePlace = texts[6],
            State = ((Domain.ItemState)(number % 9)).ToString(),
            Progress = number % 101,
            NextStep = texts[7],
            ActualCostEuro = actual,
            Deputy = texts[8],
        };
}
