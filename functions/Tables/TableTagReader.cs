using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tables;

/// <summary>What the tag of a content control says; see <see cref="TableTag"/> for how it is written.</summary>
/// <param name="Instance">Names the table in its document.</param>
/// <param name="Concept">The concept; null where only the short id knows.</param>
/// <param name="Definition">The definition's id; null where only the short id knows.</param>
/// <param name="Parameters">The parameters in canonical form; null where only the short id knows.</param>
/// <param name="ShortId">What stands for the rest; null where the tag says it all.</param>
internal sealed record TableTagReader(string Instance, string? Concept, string? Definition, string? Parameters, string? ShortId)
{
    private const string Prefix = "insek:1:";

    /// <summary>Whether a content control with this tag is one of ours, readable or not.</summary>
    public static bool IsOurs(string? tag) => tag is not null && tag.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads a tag; null where it is none of ours or damaged.</summary>
    public static TableTagReader? Read(string? tag)
    {
        if (!IsOurs(tag) || tag!.Length > TableTag.MaxLength || tag[Prefix.Length..].Split(':', 4) is not { Length: 3 or 4 } parts || !TableInstance.IsValid(parts[1]))
        {
            return null;
        }

        var concept = parts[0] == "~" ? null : parts[0];
        return parts switch
        {
            [_, var instance, ['~', .. { Length: > 0 } id]] => new TableTagReader(instance, concept, null, null, id),
            [not "~", var instance, var definition, ['~', .. { Length: > 0 } id]] => new TableTagReader(instance, concept, definition, null, id),
            [not "~", var instance, var definition, var parameters] => new TableTagReader(instance, concept, definition, parameters, null),
            _ => null,
        };
    }
}
