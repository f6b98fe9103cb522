using System.Globalization;
using System.Resources;

namespace Insek.Office.Bot.Teams;

/// <summary>What the bot says about itself and about sending.</summary>
internal static class TeamsTexts
{
    private static readonly ResourceManager _resources = new(typeof(TeamsTexts));

    /// <summary>Something went wrong here.</summary>
    public static string Failed(CultureInfo culture) => Text("failed", culture);

    /// <summary>A button the bot does not know.</summary>
    public static string UnknownVerb(CultureInfo culture) => Text("unknownVerb", culture);

    /// <summary>A click whose data cannot be read.</summary>
    public static string Malformed(CultureInfo culture) => Text("malformed", culture);

    /// <summary>Teams does not say who it was.</summary>
    public static string NoPerson(CultureInfo culture) => Text("noPerson", culture);

    /// <summary>The time of an invoke has run out.</summary>
    public static string Slow(CultureInfo culture) => Text("slow", culture);

    /// <summary>A person who cannot be found in any conversation the bot is in.</summary>
    public static string NotInRoster(string member, CultureInfo culture) => string.Format(culture, Text("notInRoster", culture), member);

    /// <summary>The app was installed for a person, whose chat Teams has not named yet.</summary>
    public static string Installed(string member, CultureInfo culture) => string.Format(culture, Text("installed", culture), member);

    /// <summary>The bot has not been spoken to since it started, and so does not know where Teams answers.</summary>
    public static string NoWay(CultureInfo culture) => Text("noWay", culture);

    /// <summary>Why something could not be sent, for administrators.</summary>
    public static string Reason(ConnectorFailure failure, CultureInfo culture) => string.Format(
        culture,
        Text(failure.Kind switch
        {
            ConnectorFailureKind.ConversationGone => "conversationGone",
            ConnectorFailureKind.TooLarge => "tooLarge",
            ConnectorFailureKind.Refused => "refused",
            _ => "passing",
        }, culture),
        failure.Detail);

    /// <summary>The documented limits of Teams do not allow it yet.</summary>
    public static string Busy(CultureInfo culture) => Text("busy", culture);

    private static string Text(string name, CultureInfo culture) => _resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"TeamsTexts has no '{name}'.");
}
