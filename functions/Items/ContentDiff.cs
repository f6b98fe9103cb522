using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Items;

/// <summary>Compares two contents field by field, under the names the documents use, so that a new field is compared without anybody remembering it.</summary>
internal static class ContentDiff
{
    private static readonly string[] _texts = ["title", "description", "focusAreas", "costNote", "funding"];

    public static IReadOnlyList<FieldDiff> Between(ItemKind kind, string before, string after)
    {
        var (old, @new) = (Fields(kind, before), Fields(kind, after));
        return [.. old.Keys.Union(@new.Keys).Select(field => Compare(field, old.GetValueOrDefault(field), @new.GetValueOrDefault(field))).OfType<FieldDiff>()];
    }

    /// <summary>What is different between two states of a measure, state and tracking included.</summary>
    public static IReadOnlyList<FieldDiff> Between(Measure before, Measure after)
    {
        var (old, @new) = (Fields(before.ToDocument()), Fields(after.ToDocument()));
        return [.. old.Keys.Union(@new.Keys).Select(field => Compare(field, old.GetValueOrDefault(field), @new.GetValueOrDefault(field))).OfType<FieldDiff>()];
    }

    private static Dictionary<string, string> Fields(MeasureDocument document) =>
        JsonSerializer.SerializeToElement(document, ContractsJson.Default.MeasureDocument).EnumerateObject().ToDictionary(property => property.Name, property => Text(property.Value), StringComparer.Ordinal);

    private static FieldDiff? Compare(string field, string? before, string? after) => before == after ? null : new FieldDiff
    {
        Field = field,
        Before = before,
        After = after,
        Words = _texts.Contains(field) && before is not null && after is not null
            ? [.. WordDiff.Compare(before, after).Select(part => new TextPart(ParameterValue.Of(part.Kind), part.Text))]
            : null,
    };

    private static Dictionary<string, string> Fields(ItemKind kind, string content)
    {
        // State, version and tracking are no content: the documents are made from a bare item, which has none.
        var nobody = new MemberId("nobody");
        var document = kind is ItemKind.Goal
            ? JsonSerializer.SerializeToElement(
                new Goal(new ItemId("x"), StoredJson.Read(content, StoredJson.Default.GoalContent), nobody, default).ToDocument() with { Id = null, State = null }, ContractsJson.Default.GoalDocument)
            : JsonSerializer.SerializeToElement(
                new Measure(new ItemId("x"), StoredJson.Read(content, StoredJson.Default.MeasureContent), nobody, default).ToDocument() with { Id = null, State = null }, ContractsJson.Default.MeasureDocument);
        return document.EnumerateObject().ToDictionary(property => property.Name, property => Text(property.Value), StringComparer.Ordinal);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(property => Text(property.Value)).Where(text => text.Length > 0)),
        _ => value.GetRawText(),
    };
}
