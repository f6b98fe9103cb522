using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Insek.Office.Bot.Api;

/// <summary>What the API answered: a value, or the problem that came instead.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class ApiAnswer<T>
    where T : notnull
{
    private readonly T? _value;

    private ApiAnswer(T? value, string? entityTag, ApiProblem? problem) => (_value, EntityTag, Problem) = (value, entityTag, problem);

    /// <summary>The value's version, quotes included; null where the API gave none.</summary>
    public string? EntityTag { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public ApiProblem? Problem { get; }

    public static ApiAnswer<T> Of(T value, string? entityTag) => new(value, entityTag, problem: null);

    public static ApiAnswer<T> Of(ApiProblem problem) => new(default, entityTag: null, problem);

    /// <summary>Takes the value, or the problem that came instead.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ApiProblem? problem)
    {
        value = _value;
        problem = Problem;
        return problem is null;
    }
}

/// <summary>A refusal of the API (RFC 9457).</summary>
/// <param name="Status">The HTTP status, 400 to 499.</param>
/// <param name="Code">The stable code, by which texts for people are chosen; "http-STATUS" where the answer held none.</param>
/// <param name="Title">The kind of problem, for the log.</param>
/// <param name="Detail">This problem, in English, for the log.</param>
/// <param name="Extensions">Everything else the answer held, by name.</param>
internal sealed record ApiProblem(int Status, string Code, string? Title, string? Detail, IReadOnlyDictionary<string, JsonElement> Extensions)
{
    /// <summary>Reads an extension.</summary>
    /// <returns>The value; null where the answer held none of this name.</returns>
    /// <exception cref="JsonException">The extension is not of this type.</exception>
    public T? Extension<T>(string name, JsonTypeInfo<T> type)
        where T : class => Extensions.TryGetValue(name, out var element) ? element.Deserialize(type) : null;
}

/// <summary>An answer without content, or with content nobody needs.</summary>
internal sealed record Nothing
{
    public static Nothing Here { get; } = new();

    /// <summary>For calls whose answer does not matter.</summary>
    public static JsonTypeInfo<Nothing> Json => NothingJson.Default.Nothing;
}

[JsonSerializable(typeof(Nothing))]
internal sealed partial class NothingJson : JsonSerializerContext;
