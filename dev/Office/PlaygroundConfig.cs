using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.Dev.Office;

/// <summary>The Playground's settings, made from a directory file: its six users are the directory's members, its team the one bound there.</summary>
internal static class PlaygroundConfig
{
    /// <summary>One types, five are there; the Playground takes neither more nor fewer.</summary>
    private const int Users = 6;

    private const string Version = "0.1.1";
    private const string BotId = "28:00000000-0000-0000-0000-0000000000b0";
    private const string TeamGroup = "00000000-0000-0000-0000-0000000000c0";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the settings. They are YAML, of which JSON is a part.</summary>
    /// <exception cref="StepFailedException">The directory does not hold six members, one of them an administrator, and one binding.</exception>
    public static void Write(string directory, string target)
    {
        try
        {
            var config = From(JsonNode.Parse(File.ReadAllText(directory)) ?? throw new StepFailedException($"{directory} holds no directory."));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, config.ToJsonString(Readable));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new StepFailedException($"{directory} does not fit the Playground, which takes {Users} members, an administrator first, and one bound conversation: {error.Message}");
        }
    }

    private static JsonObject From(JsonNode directory)
    {
        var members = Array(directory, "members").ToList();
        var administrators = Array(directory, "administrators").Select(id => id.GetValue<string>()).ToList();
        if (members.Count != Users || !administrators.Contains(Text(members[0], "id")))
        {
            throw new InvalidOperationException($"it names {members.Count} members.");
        }

        return new JsonObject
        {
            ["version"] = Version,
            ["tenantId"] = Text(directory, "tenant"),
            ["bot"] = new JsonObject { ["id"] = BotId, ["name"] = "INSEK" },
            ["currentUser"] = User(members[0]),
            ["users"] = new JsonArray([.. members[1..].Select(User)]),
            ["personalChat"] = new JsonObject { ["id"] = "a:torgau" },
            ["groupChat"] = new JsonObject { ["id"] = "19:torgau-gruppe@thread.v2", ["name"] = "Gruppenchat" },
            ["team"] = new JsonObject
            {
                // The General channel has the team's id.
                ["id"] = Text(Array(directory, "bindings").Single(), "conversation"),
                ["name"] = "INSEK Torgau",
                ["aadGroupId"] = TeamGroup,
                ["channels"] = new JsonArray(new JsonObject { ["id"] = "19:torgau-verkehr@thread.tacv2", ["name"] = "Verkehr" }),
            },
        };
    }

    private static JsonObject User(JsonNode member)
    {
        var (id, name, mail) = (Text(member, "id"), Text(member, "name"), Text(member, "mail"));
        var parts = name.Split(", ", 2);
        return new JsonObject
        {
            ["id"] = $"29:{id}",
            ["name"] = name,

            // Spelled as the Playground does.
            ["userPrincipleName"] = mail,
            ["aadObjectId"] = id,
            ["givenName"] = parts[0],
            ["surname"] = parts[^1],
            ["email"] = mail,
        };
    }

    private static IEnumerable<JsonNode> Array(JsonNode node, string name) => (node[name] ?? throw new InvalidOperationException($"\"{name}\" is missing.")).AsArray().OfType<JsonNode>();

    private static string Text(JsonNode node, string name) => (node[name] ?? throw new InvalidOperationException($"\"{name}\" is missing.")).GetValue<string>();
}
