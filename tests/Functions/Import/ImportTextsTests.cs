using System.Collections;
using System.Globalization;
using System.Resources;
using Insek.Office.Functions.Import;

namespace Insek.Office.Functions.Tests.Import;

public sealed class ImportTextsTests
{
    // What domain rules and cells answer: a field, a code and a value, nothing to say besides.
    private static readonly string[] _plainCodes =
    [
        "required", "too-long", "control-character", "not-unicode", "too-many", "too-deep", "out-of-range", "area-required", "invalid-id", "invalid-value", "invalid-number",
        "invalid-date", "duplicate-key", "concept-id-mismatch", "unknown-sector", "unknown-goal", "unknown-area", "unknown-principle", "goal-of-other-sector", "rejected-goal",
        "rejected-sector", "rejected-area", "id-of-other-kind",
    ];

    [Fact]
    public void Every_sentence_exists_in_both_languages_and_differs()
    {
        var german = Texts(CultureInfo.InvariantCulture);
        var english = Texts(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(german.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(german, text => english[text.Key] == text.Value);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    public void A_problem_without_details_has_a_sentence_that_asks_for_none(string culture) =>
        Assert.All(_plainCodes, code => Assert.NotEmpty(ImportTexts.Reason(code, CultureInfo.GetCultureInfo(culture), "x", [])));

    private static Dictionary<string, string> Texts(CultureInfo culture) => new ResourceManager(typeof(ImportTexts))
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
