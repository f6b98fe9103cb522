using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace Insek.Office.Bot.Teams;

/// <summary>What somebody typed, without what Teams wraps around it.</summary>
internal static partial class MessageText
{
    /// <summary>Longer than any command; the rest is not read.</summary>
    private const int MaxLength = 1_000;

    /// <summary>The words that are meant for the bot.</summary>
    /// <returns>Empty where the bot was only mentioned; null where nobody said anything to it: a card's data, or a result of the message extension.</returns>
    public static string? Of(IMessageActivity message)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return null;
        }

        // An entity that mentions nobody would stop the search for the bot's own mention.
        message.Entities = [.. (message.Entities ?? []).Where(entity => entity.Type != "mention" || entity.Properties?["mentioned"] is { HasValues: true })];
        var isMentioned = message.MentionsRecipient();
        var text = message.RemoveRecipientMention();
        var words = Tags().Replace(ResultOfSearch().Replace(text, " "), " ");
        words = Spaces().Replace(WebUtility.HtmlDecode(words), " ").Trim();
        if (words.Length == 0)
        {
            return isMentioned ? string.Empty : null;
        }

        return words.Length <= MaxLength ? words : words[..MaxLength];
    }

    [GeneratedRegex("<span[^>]*inline-compose-card.*</span>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ResultOfSearch();

    [GeneratedRegex("</?(at|p|div|br|span|b|i|u|strong|em|a|ul|ol|li|h[1-6])( [^>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
