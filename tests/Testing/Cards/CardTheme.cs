namespace Insek.Office.Testing.Cards;

/// <summary>
/// The colours of a client, close to those of Teams; its own host configuration is not published. The names are those the page's script
/// expects.
/// </summary>
public sealed record CardTheme
{
    /// <summary>Black on white.</summary>
    public static CardTheme Light { get; } = new()
    {
        Name = "light",
        Scheme = "light",
        Default = "#242424",
        Subtle = "#616161",
        Accent = "#4F52B2",
        Good = "#0E700E",
        Warning = "#835C00",
        Attention = "#B10E1C",
        Highlight = "#FEEE66",
        Line = "#D1D1D1",
        Control = "#616161",
        Backgrounds = Styles("#FFFFFF", emphasis: "#F5F5F5", good: "#F1FAF1", warning: "#FFF9E5", attention: "#FDF3F4", accent: "#E8EBFA"),
    };

    /// <summary>White on dark grey.</summary>
    public static CardTheme Dark { get; } = new()
    {
        Name = "dark",
        Scheme = "dark",
        Default = "#FFFFFF",
        Subtle = "#D6D6D6",
        Accent = "#AAB1FF",
        Good = "#9FD89F",
        Warning = "#F8D22A",
        Attention = "#F1BBBC",
        Highlight = "#585000",
        Line = "#525252",
        Control = "#ADADAD",
        Backgrounds = Styles("#292929", emphasis: "#1F1F1F", good: "#052505", warning: "#332300", attention: "#3F1011", accent: "#2F2F4A"),
    };

    /// <summary>White on black, no shades.</summary>
    public static CardTheme HighContrast { get; } = new()
    {
        Name = "high-contrast",
        Scheme = "dark",
        Default = "#FFFFFF",
        Subtle = "#FFFFFF",
        Accent = "#1AEBFF",
        Good = "#3FF23F",
        Warning = "#FFFF01",
        Attention = "#FFFF01",
        Highlight = "#37006E",
        Line = "#FFFFFF",
        Control = "#FFFFFF",
        Backgrounds = Styles("#000000", "#000000", "#000000", "#000000", "#000000", "#000000"),
    };

    /// <summary>All of them, for tests that go through them.</summary>
    public static IReadOnlyList<CardTheme> All { get; } = [Light, Dark, HighContrast];

    /// <summary>For names of files and messages.</summary>
    public required string Name { get; init; }

    /// <summary>What the browser's own controls are drawn for: <c>light</c> or <c>dark</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Plain text.</summary>
    public required string Default { get; init; }

    /// <summary>Text that steps back.</summary>
    public required string Subtle { get; init; }

    /// <summary>The client's accent.</summary>
    public required string Accent { get; init; }

    /// <summary>Something good.</summary>
    public required string Good { get; init; }

    /// <summary>Something to watch.</summary>
    public required string Warning { get; init; }

    /// <summary>Something urgent.</summary>
    public required string Attention { get; init; }

    /// <summary>Behind marked text.</summary>
    public required string Highlight { get; init; }

    /// <summary>Separators and the lines of tables.</summary>
    public required string Line { get; init; }

    /// <summary>Around inputs and buttons.</summary>
    public required string Control { get; init; }

    /// <summary>Backgrounds by the style of the container; <c>default</c> is the card's.</summary>
    public required IReadOnlyDictionary<string, string> Backgrounds { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Dictionary<string, string> Styles(
        string card, string emphasis, string good, string warning, string attention, string accent) => new()
        {
            ["default"] = card,
            ["emphasis"] = emphasis,
            ["good"] = good,
            ["warning"] = warning,
            ["attention"] = attention,
            ["accent"] = accent,
        };
}
