using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>The tag of a table's content control: <c>insek:1:{concept}:{instance}:{definition}:{parameters}</c>.</summary>
/// <remarks>
/// Word keeps 64 characters of a tag. A longer one gives up its end for <c>~</c> and a short id: first the parameters, then the
/// definition too, at last also the concept (<c>insek:1:~:{instance}:~{id}</c>). What the short id stands for is <see cref="Short"/>;
/// the server has to remember it, and the custom XML part says it as well.
/// </remarks>
internal sealed record TableTag
{
    public const int MaxLength = 64;

    private const string Prefix = "insek:1";
    private const int ShortIdLength = 12;

    private readonly string _text;

    private TableTag(string text, ShortTable? shortTable) => (_text, Short) = (text, shortTable);

    /// <summary>What the short id in the tag stands for; null where the tag says it all.</summary>
    public ShortTable? Short { get; }

    /// <summary>The tag of a table.</summary>
    /// <exception cref="ArgumentException"><paramref name="instance"/> is not valid, see <see cref="TableInstance"/>.</exception>
    public static TableTag Of(Table table, string instance)
    {
        var parameters = table.Parameters.ToString();
        var head = $"{Prefix}:{table.Concept}:{TableInstance.Require(instance)}";
        var full = $"{head}:{table.Definition}:{parameters}";
        if (full.Length <= MaxLength)
        {
            return new TableTag(full, null);
        }

        var id = TableDigest.Of(table)[..ShortIdLength];
        string[] shorter = [$"{head}:{table.Definition}:~{id}", $"{head}:~{id}", $"{Prefix}:~:{instance}:~{id}"];
        return new TableTag(
            shorter.First(text => text.Length <= MaxLength),
            new ShortTable(id, table.Concept, table.Definition, parameters));
    }

    /// <summary>The tag's text, at most 64 characters.</summary>
    public override string ToString() => _text;
}

/// <summary>What a short id stands for.</summary>
/// <param name="Id">12 characters, a to z and 2 to 7; names a concept's table with its parameters.</param>
/// <param name="Concept">The concept.</param>
/// <param name="Definition">The definition's id.</param>
/// <param name="Parameters">The parameters in canonical form.</param>
internal sealed record ShortTable(string Id, ConceptId Concept, string Definition, string Parameters);
