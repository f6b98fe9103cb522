using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions in a message.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);

        return activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);
    }

    public static bool MentionsRecipient(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);

        return activity.MentionsId(activity.Recipient.Id);
    }

    /// <summary>Takes the bot's mention out of the text, and returns what is left.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);

        return activity.RemoveMentionText(activity.Recipient.Id);
    }

    /// <summary>Takes a mention out of the text, and returns what is left.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);

        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var written = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            // Regex rather than Replace: white space around the mention goes only at both ends, and the casing of names is free.
            activity.Text = Regex.Replace(activity.Text ?? string.Empty, Regex.Escape(written), string.Empty, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Trim();
        }

        return activity.Text;
    }
}
