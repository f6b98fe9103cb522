using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Which language the bot answers in. It understands commands in both.</summary>
internal sealed class LanguageOptions
{
    public const string Section = "Language";

    /// <summary>"de", "en", or "client" for the language of each person's Teams. Default "de": cards in a channel are read by all.</summary>
    [RegularExpression("de|en|client")]
    public string Answers { get; init; } = "de";

    /// <summary>The culture of an answer to somebody whose client speaks <paramref name="locale"/>; dates and numbers follow it.</summary>
    public CultureInfo For(string? locale) => CultureInfo.GetCultureInfo(
        Answers == "en" || (Answers == "client" && locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true) ? "en-GB" : "de-DE");
}

[OptionsValidator]
internal sealed partial class LanguageAnnotations : IValidateOptions<LanguageOptions>;
