using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A card as the bot sent it.</summary>
/// <param name="Content">The card.</param>
/// <param name="Conversation">The conversation whose message shows it; for a channel the thread.</param>
/// <param name="MessageId">The message that shows it.</param>
internal sealed record ShownCard(JsonElement Content, string Conversation, string MessageId)
{
    /// <summary>What people read on it, line by line.</summary>
    public string Text => string.Join('\n', Elements("text", "title", "value", "label"));

    /// <summary>The titles of its buttons, those within its body included.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions().Select(action => action.GetProperty("title").GetString()!)];

    /// <summary>What a client sends when a button is clicked: its verb, and its data with what stands in the inputs.</summary>
    /// <param name="button">The button's title.</param>
    /// <param name="inputs">What was entered, by the inputs' ids; the others stay as they are.</param>
    public (string Verb, JsonObject Data) Click(string button, IReadOnlyDictionary<string, string> inputs)
    {
        var action = Actions().FirstOrDefault(action => action.GetProperty("title").GetString() == button);
        Assert.True(action.ValueKind == JsonValueKind.Object, $"There is no button \"{button}\" on:{Environment.NewLine}{this}");
        var data = action.TryGetProperty("data", out var carried) ? JsonSerializer.SerializeToNode(carried)!.AsObject() : [];
        if (action.TryGetProperty("associatedInputs", out var associated) && associated.GetString() == "none")
        {
            return (action.GetProperty("verb").GetString()!, data);
        }

        var present = Inputs();
        Assert.True(inputs.Keys.All(present.ContainsKey), $"There is no input for one of {string.Join(", ", inputs.Keys)} on:{Environment.NewLine}{this}");
        foreach (var (id, before) in present)
        {
            // Clients leave out what is empty.
            if (inputs.GetValueOrDefault(id, before) is { Length: > 0 } value)
            {
                data[id] = value;
            }
        }

        return (action.GetProperty("verb").GetString()!, data);
    }

    /// <summary>The data of the buttons, whoever carries a field of this name.</summary>
    public string? Carried(string field) => Actions()
        .Select(action => action.TryGetProperty("data", out var data) && data.TryGetProperty(field, out var value) ? value.GetString() : null)
        .FirstOrDefault(value => value is not null);

    public override string ToString() => $"{Text}{Environment.NewLine}[{string.Join("] [", Buttons)}]";

    private Dictionary<string, string> Inputs() => Objects(Content)
        .Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal))
        .ToDictionary(input => input.GetProperty("id").GetString()!, input => input.TryGetProperty("value", out var value) ? value.ToString() : string.Empty);

    private IEnumerable<JsonElement> Actions() => Objects(Content).Where(element => TypeOf(element) == "Action.Execute");

    private IEnumerable<string> Elements(params string[] names) =>
        from element in Objects(Content)
        where !TypeOf(element).StartsWith("Action.", StringComparison.Ordinal)
        from name in names
        let text = element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null
        where text is not null
        select text;

    private static string TypeOf(JsonElement element) => element.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String ? type.GetString()! : string.Empty;

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("data" or "refresh")).SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
