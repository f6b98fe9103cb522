using Insek.Office.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>Activities as the local Teams client sent them, with other names.</summary>
internal static class Sample
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(Repository.Root, "tests", "Sdk", "Bot", "Samples");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    /// <summary>The sample as if the channel at this address had sent it.</summary>
    public static JObject From(Uri serviceUrl, string name)
    {
        var activity = Parse(Text(name));
        activity["serviceUrl"] = serviceUrl.ToString();
        return activity;
    }

    /// <summary>JSON with instants that compare whatever offset they are written with.</summary>
    public static JObject Parse(string json) => JsonConvert.DeserializeObject<JObject>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTimeOffset })!;
}
