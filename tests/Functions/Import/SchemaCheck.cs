using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Insek.Office.Functions.Tests.Import;

/// <summary>Checks a document against a schema, as far as our schema goes; a keyword it does not know fails.</summary>
internal sealed class SchemaCheck(JsonNode root)
{
    private static readonly HashSet<string> _annotations = ["$schema", "$id", "$defs", "title", "description", "format"];

    public IReadOnlyList<string> Check(JsonNode document) => [.. Check(root, document, "$")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path) =>
        schema.AsObject().Where(keyword => !_annotations.Contains(keyword.Key)).SelectMany(keyword => keyword.Key switch
        {
            "$ref" => Check(root["$defs"]![keyword.Value!.GetValue<string>()["#/$defs/".Length..]]!, value, path),
            "type" => Test(IsOf(keyword.Value!.GetValue<string>(), value), path, keyword.Key),
            "const" => Test(JsonNode.DeepEquals(keyword.Value, value), path, keyword.Key),
            "enum" => Test(keyword.Value!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)), path, keyword.Key),
            "minLength" => Test(value is not JsonValue text || text.GetValue<string>().Length >= keyword.Value!.GetValue<int>(), path, keyword.Key),
            "maxLength" => Test(value is not JsonValue text || text.GetValue<string>().Length <= keyword.Value!.GetValue<int>(), path, keyword.Key),
            "pattern" => Test(Regex.IsMatch(value!.GetValue<string>(), keyword.Value!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)), path, keyword.Key),
            "minimum" => Test(value!.GetValue<decimal>() >= keyword.Value!.GetValue<decimal>(), path, keyword.Key),
            "maximum" => Test(value!.GetValue<decimal>() <= keyword.Value!.GetValue<decimal>(), path, keyword.Key),
            "minItems" => Test(value!.AsArray().Count >= keyword.Value!.GetValue<int>(), path, keyword.Key),
            "maxItems" => Test(value!.AsArray().Count <= keyword.Value!.GetValue<int>(), path, keyword.Key),
            "items" => value!.AsArray().SelectMany((item, index) => Check(keyword.Value!, item, $"{path}[{index}]")),
            "required" => keyword.Value!.AsArray().Select(name => name!.GetValue<string>()).Where(name => value?[name] is null).Select(name => $"{path}: required {name}"),
            "properties" => keyword.Value!.AsObject().Where(property => value?[property.Key] is not null).SelectMany(property => Check(property.Value!, value![property.Key], $"{path}.{property.Key}")),
            "additionalProperties" => value!.AsObject().Where(member => schema["properties"]![member.Key] is null).Select(member => $"{path}: unknown {member.Key}"),
            "if" => Check(keyword.Value!, value, path).Any() ? [] : Check(schema["then"]!, value, path),
            "then" => [],
            var unknown => throw new NotSupportedException($"The check does not know '{unknown}'."),
        });

    private static IEnumerable<string> Test(bool holds, string path, string keyword) => holds ? [] : [$"{path}: {keyword}"];

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value.GetValue<decimal>()),
        _ => false,
    };
}
