using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>Names a click, so that its repetition is known for what it is.</summary>
internal static class Operation
{
    /// <summary>The header that names it.</summary>
    public const string Header = "Insek-Operation";

    /// <summary>The longest name: row keys and the steering group's round add to it.</summary>
    public const int MaxLength = 48;

    private const string SteeringEnding = "-sg";

    /// <summary>The operation the request names; a new one where it names none.</summary>
    public static Result<string> Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var named))
        {
            return $"r-{Guid.NewGuid():N}"[..18];
        }

        // "-sg" ends the ids of the rounds that follow by themselves; nobody else may take one.
        return named.Count == 1 && named[0] is { Length: <= MaxLength } text && Identifier.IsValid(text) && !text.EndsWith(SteeringEnding, StringComparison.Ordinal)
            ? text
            : new InvalidOperation(named.ToString());
    }
}
