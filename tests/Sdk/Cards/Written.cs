using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Cards;

/// <summary>Compares what is written with what the documentation shows, whatever the order of properties.</summary>
internal static class Written
{
    public static void Is(string expected, object actual) =>
        Assert.Equal(Sorted(JToken.Parse(expected)).ToString(), Sorted(JToken.FromObject(actual)).ToString());

    public static JObject Card(AdaptiveCard card) => JObject.Parse(card.ToJson());

    private static JToken Sorted(JToken token) => token switch
    {
        JObject item => new JObject(item.Properties().OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray items => new JArray(items.Select(Sorted)),
        _ => token,
    };
}
