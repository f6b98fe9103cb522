namespace Insek.Office.Domain;

/// <summary>The sets of guiding principles (Leitorientierungen) an INSEK refers to.</summary>
public enum PrincipleFramework
{
    /// <summary>The three dimensions of the New Leipzig Charter (2020): the just, the green and the productive city.</summary>
    LeipzigDimension,

    /// <summary>The five key principles of good urban governance of the New Leipzig Charter (2020).</summary>
    LeipzigPrinciple,

    /// <summary>The six fields of the smart city approach.</summary>
    SmartCity,

    /// <summary>The 17 Sustainable Development Goals of the United Nations' 2030 Agenda (A/RES/70/1).</summary>
    Sdg,
}

/// <summary>A guiding principle (Leitorientierung) that goals and measures can be linked to.</summary>
/// <param name="Framework">The set it belongs to.</param>
/// <param name="Ref">How it is referred to, for example "sdg:11".</param>
public sealed record GuidingPrinciple(PrincipleFramework Framework, PrincipleRef Ref)
{
    /// <summary>Its German name.</summary>
    public string Title => PrincipleTexts.TitleOf(Ref);

    /// <summary>Every guiding principle there is, in the order of the frameworks.</summary>
    public static ValueList<GuidingPrinciple> All { get; } =
    [
        .. Of(PrincipleFramework.LeipzigDimension, "leipzig", "gerecht", "gruen", "produktiv"),
        .. Of(PrincipleFramework.LeipzigPrinciple, "leipzig-principle", "gemeinwohl", "integriert", "beteiligung", "mehrebenen", "ortsbezogen"),
        .. Of(PrincipleFramework.SmartCity, "smart-city", "umwelt", "mobilitaet", "verwaltung", "leben", "wirtschaft", "gesellschaft"),
        .. Of(PrincipleFramework.Sdg, "sdg", [.. Enumerable.Range(1, 17).Select(number => FormattableString.Invariant($"{number}"))]),
    ];

    private static IEnumerable<GuidingPrinciple> Of(PrincipleFramework framework, string prefix, params string[] keys) =>
        keys.Select(key => new GuidingPrinciple(framework, new PrincipleRef($"{prefix}:{key}")));
}

/// <summary>A reference to a guiding principle, for example "leipzig:gruen" or "sdg:11".</summary>
/// <param name="Value">The reference's text.</param>
public readonly record struct PrincipleRef(string Value)
{
    private static readonly Lazy<HashSet<PrincipleRef>> _known = new(() => [.. GuidingPrinciple.All.Select(principle => principle.Ref)]);

    /// <summary>Whether it refers to a guiding principle there is.</summary>
    public bool IsKnown => _known.Value.Contains(this);

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static IEnumerable<ContentProblem> CheckKnown(ValueList<PrincipleRef> references) => references.Count == 0 ? [] :
        references.Where(reference => !reference.IsKnown).Select(reference => new ContentProblem("principles", "unknown-principle", reference.Value));
}
