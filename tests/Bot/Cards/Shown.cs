using System.Text.RegularExpressions;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Testing;
using Insek.Office.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Cards;

/// <summary>Looks at cards as people and programs do.</summary>
internal static partial class Shown
{
    /// <summary>What Teams takes as one message, in bytes.</summary>
    public const int Limit = 28 * 1024;

    /// <summary>Where the pictures of cards are written.</summary>
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "screens");

    /// <summary>The card's JSON, with new names for what is new at every showing.</summary>
    public static string Json(AdaptiveCard card) => Operation().Replace(card.ToJson(), "\"op\": \"OPERATION\"");

    public static void Match(AdaptiveCard card, string name, [System.Runtime.CompilerServices.CallerFilePath] string testFile = "") =>
        Snapshot.Match(Json(card), $"{name}.json", testFile);

    /// <summary>Shown on a phone, and on a desktop in the dark, nothing is wrong with it; the pictures are kept.</summary>
    public static async Task RenderAsync(ReferenceRenderer renderer, AdaptiveCard card, string name)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (theme, width) in new[] { (CardTheme.Light, ReferenceRenderer.Phone), (CardTheme.Dark, ReferenceRenderer.Desktop) })
        {
            var report = await renderer.RenderAsync(card.ToJson(), theme, width);
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}-{width}-{theme.Name}.png"), report.Screenshot, TestContext.Current.CancellationToken);
            report.ThrowIfFlawed();
        }
    }

    /// <summary>Every text in the card, wherever it stands.</summary>
    public static string Text(AdaptiveCard card) => string.Join('\n', JObject.Parse(card.ToJson()).Descendants().OfType<JValue>().Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The buttons by title.</summary>
    public static IReadOnlyList<string> Buttons(AdaptiveCard card) => [.. card.Actions.Select(action => action.Title ?? "")];

    public static int Bytes(AdaptiveCard card) => CardText.Bytes(card);

    [GeneratedRegex("\"op\": \"[0-9a-f]{32}\"", RegexOptions.None, 1000)]
    private static partial Regex Operation();
}
