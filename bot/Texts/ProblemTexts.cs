using System.Globalization;
using System.Resources;
using Insek.Office.Bot.Api;

namespace Insek.Office.Bot.Texts;

/// <summary>What a refusal of the API means to the person who clicked: a sentence that says what to do, chosen by the stable code.</summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager _resources = new(typeof(ProblemTexts));

    /// <summary>The sentence for a refusal.</summary>
    public static string For(ApiProblem problem, CultureInfo culture) => For(problem.Code, culture);

    /// <summary>The sentence for a code; a general one, which names the code, where it has none of its own.</summary>
    public static string For(string code, CultureInfo culture) =>
        _resources.GetString(code, culture) ?? string.Format(culture, _resources.GetString("other", culture)!, code);

    /// <summary>The API does not answer.</summary>
    public static string Unavailable(CultureInfo culture) => _resources.GetString("unavailable", culture)!;
}
