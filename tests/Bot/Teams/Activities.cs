using Insek.Office.Bot.Tests.Notices;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>Activities as they were captured from the local Teams client, kind by kind.</summary>
internal sealed class Activities(string serviceUrl)
{
    public const string Chat = "a:personal-chat-1";
    public const string Team = "19:general@thread.tacv2";
    public const string GroupChat = "19:group-chat-1@thread.v2";

    /// <summary>The app is installed in the personal chat; the one who did it has no name.</summary>
    public JObject Installed() => Merged("""{"type":"installationUpdate","action":"add","channelData":{"source":{"name":"message"},"settings":{"selectedChannel":{"id":"a:personal-chat-1"}}}}""");

    /// <summary>What comes at the same time.</summary>
    public JObject Added() => Merged($$$$"""
        {"type":"conversationUpdate","membersAdded":[{"id":"29:alex","aadObjectId":"{{{{Given.Alex}}}}"},{"id":"{{{{Given.Bot}}}}"}]}
        """);

    /// <summary>The app is installed in a team.</summary>
    public JObject InstalledInTeam() => InTeam("""{"type":"installationUpdate","action":"add","channelData":{"channel":{"id":"19:general@thread.tacv2"}}}""");

    /// <summary>The app is installed in a team; the local Teams client tells it of the channel that was looked at first, and of no other.</summary>
    public JObject InstalledInChannel() =>
        InTeam($$$$"""{"type":"installationUpdate","action":"add","conversation":{"id":"{{{{Given.Channel}}}}"},"channelData":{"channel":{"id":"{{{{Given.Channel}}}}"}}}""");

    /// <summary>What comes at the same time.</summary>
    public JObject AddedToTeam() => InTeam($$$$"""{"type":"conversationUpdate","membersAdded":[{"id":"{{{{Given.Bot}}}}"}],"channelData":{"eventType":"teamMemberAdded"}}""");

    /// <summary>The app is installed in a group chat; only this one of the pair names it.</summary>
    public JObject InstalledInChat() => InChat("""{"type":"installationUpdate","action":"add","conversation":{"name":"Deal Desk"}}""");

    public JObject AddedToChat() => InChat($$$$"""{"type":"conversationUpdate","membersAdded":[{"id":"{{{{Given.Bot}}}}"}]}""");

    public JObject Removed() => Merged("""{"type":"installationUpdate","action":"remove"}""");

    public JObject BotRemovedFromChat() => InChat($$$$"""{"type":"conversationUpdate","membersRemoved":[{"id":"{{{{Given.Bot}}}}"}]}""");

    public JObject TeamEvent(string type, string channel) => InTeam($$$$"""{"type":"conversationUpdate","channelData":{"eventType":"{{{{type}}}}","channel":{"id":"{{{{channel}}}}"}}}""");

    public JObject Message(string text) => With(Merged("""{"type":"message","textFormat":"plain"}"""), "text", text);

    /// <summary>A message in a thread of a channel; the bot hears only those that mention it.</summary>
    public JObject MessageInChannel(string text) => With(InTeam($$$$"""
        {"type":"message","textFormat":"plain","conversation":{"id":"{{{{Given.Channel}}}};messageid=1795330895687"},"channelData":{"channel":{"id":"{{{{Given.Channel}}}}"}},
         "entities":[{"type":"mention","mentioned":{"id":"{{{{Given.Bot}}}}","name":"Approvals Bot"},"text":"<at>Approvals Bot</at>"},{"type":"clientInfo","locale":"en-US"}]}
        """), "text", $"<at>Approvals Bot</at>{text}");

    /// <summary>A click on Action.Submit: a message with a value and no text.</summary>
    public JObject Submit() => Merged("""{"type":"message","value":{"kind":"plain-submit","note":"hello"},"replyToId":"1795331158857"}""");

    /// <summary>A result of the message extension that was posted into the chat with the bot.</summary>
    public JObject SearchResult() => With(
        Merged("""{"type":"message","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[]}}]}"""),
        "text",
        "\n<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\">\n  <span content=\"0\" itemprop=\"cardId\"></span>\n</span>\n");

    /// <summary>A click on Action.Execute.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="data">The data and inputs, as JSON.</param>
    /// <param name="trigger">manual, automatic, or null where the client does not say.</param>
    public JObject Click(string verb, string data = "{}", string? trigger = null)
    {
        var click = Value($$$$"""{"action":{"type":"Action.Execute","title":"Klick","verb":"{{{{verb}}}}","data":{{{{data}}}}}}""");
        if (trigger is not null)
        {
            click["value"]!["trigger"] = trigger;
        }

        return click;
    }

    /// <summary>An invoke of a card with any value at all.</summary>
    public JObject Value(string value) => Merged($$$$"""{"type":"invoke","name":"adaptiveCard/action","replyToId":"1795331538335","value":{{{{value}}}}}""");

    public JObject Search(string words) => Merged($$$$"""
        {"type":"invoke","name":"composeExtension/query","value":{"parameters":[{"value":"{{{{words}}}}"}],"queryOptions":{"skip":0,"count":25},"commandContext":"compose"}}
        """);

    public static JObject WithoutPerson(JObject activity)
    {
        ((JObject)activity["from"]!).Remove("aadObjectId");
        return activity;
    }

    private static JObject With(JObject activity, string name, string value)
    {
        activity[name] = value;
        return activity;
    }

    private JObject InTeam(string own) => Merged("""
        {"conversation":{"isGroup":true,"conversationType":"channel","id":"19:general@thread.tacv2"},
         "channelData":{"team":{"id":"19:general@thread.tacv2","name":"Contoso Sales","aadGroupId":"00000000-0000-0000-0000-0000000000b0"},"settings":{"selectedChannel":{"id":"19:general@thread.tacv2"}}}}
        """, own);

    private JObject InChat(string own) => Merged("""{"conversation":{"isGroup":true,"conversationType":"groupChat","id":"19:group-chat-1@thread.v2"}}""", own);

    private JObject Merged(params string[] parts)
    {
        var activity = JObject.Parse($$$$"""
            {"id":"{{{{Guid.NewGuid()}}}}","timestamp":"2026-11-22T07:01:35.134Z","serviceUrl":"{{{{serviceUrl}}}}","channelId":"msteams","locale":"en-US",
             "from":{"id":"29:alex","aadObjectId":"{{{{Given.Alex}}}}"},
             "conversation":{"conversationType":"personal","tenantId":"{{{{Given.Tenant}}}}","id":"a:personal-chat-1"},
             "recipient":{"id":"{{{{Given.Bot}}}}","name":"Approvals Bot"},
             "channelData":{"tenant":{"id":"{{{{Given.Tenant}}}}"}}}
            """);
        foreach (var part in parts)
        {
            activity.Merge(JObject.Parse(part), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        }

        return activity;
    }
}
