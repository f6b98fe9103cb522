using System.Buffers;
using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>
/// What the service refuses, checked before sending: the emulator lets some of it pass, and a test against it would prove nothing.
/// Each refusal is the exception a caller would get from the service.
/// </summary>
internal static class Limits
{
    public const int PageRows = 1000;
    public const int TransactionActions = 100;
    public const int TransactionBytes = 4 * 1024 * 1024;
    public const int EntityBytes = 1024 * 1024;
    public const int CustomProperties = 252;
    public const int PropertyNameChars = 255;
    public const int StringChars = 32 * 1024;
    public const int BinaryBytes = 64 * 1024;
    public const int KeyChars = 512;

    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly SearchValues<char> KeyTaboos = SearchValues.Create(
        [.. "/\\#?", .. Enumerable.Range(0, 0x20).Select(code => (char)code), .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code)]);

    public static void CheckKey(string key)
    {
        if (key.Length > KeyChars)
        {
            throw Refusal("KeyValueTooLarge", "The key value is larger than the maximum size permitted (1 KiB).");
        }

        if (key.AsSpan().ContainsAny(KeyTaboos))
        {
            throw Refusal("OutOfRangeInput", "One of the request inputs is out of range: a key contains a character that is not allowed.");
        }
    }

    public static void CheckText(string value)
    {
        if (value.Length > StringChars)
        {
            throw PropertyValueTooLarge();
        }
    }

    public static void CheckBinary(int length)
    {
        if (length > BinaryBytes)
        {
            throw PropertyValueTooLarge();
        }
    }

    public static void CheckInstant(DateTime utc)
    {
        if (utc < Earliest)
        {
            throw Refusal("OutOfRangeInput", "One of the request inputs is out of range: instants begin at 1601-01-01 UTC.");
        }
    }

    public static void CheckEntity(int customProperties, long bytes)
    {
        if (customProperties > CustomProperties)
        {
            throw Refusal("TooManyProperties", "The entity contains more properties than allowed (252 and the system's).");
        }

        if (bytes > EntityBytes)
        {
            throw Refusal("EntityTooLarge", "The entity is larger than the maximum size permitted (1 MiB).");
        }
    }

    public static void CheckPropertyName(string name)
    {
        if (name.Length > PropertyNameChars)
        {
            throw Refusal("PropertyNameTooLong", "The property name exceeds the maximum allowed length (255).");
        }

        if (!IsIdentifier(name))
        {
            throw Refusal("PropertyNameInvalid", "The property name is invalid.");
        }
    }

    public static void CheckTableName(string name)
    {
        if (name.Length is < 3 or > 63)
        {
            throw Refusal("OutOfRangeInput", "The specified resource name length is not within the permissible limits (3 to 63).");
        }

        if (!char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw Refusal("InvalidResourceName", "The specified resource name contains invalid characters.");
        }
    }

    public static void CheckPageSize(int? rows)
    {
        if (rows is > PageRows)
        {
            throw Refusal("InvalidInput", "One of the request inputs is not valid: a page holds at most 1000 rows.");
        }
    }

    /// <summary>The refusal as the service words it for one action of a transaction.</summary>
    public static TableTransactionFailedException At(int actionIndex, RequestFailedException refusal) => new(
        new RequestFailedException(
            refusal.Status,
            string.Create(CultureInfo.InvariantCulture, $"{actionIndex}:{refusal.Message}"),
            refusal.ErrorCode,
            refusal));

    public static RequestFailedException TooManyActions() =>
        Refusal("InvalidInput", "The batch request operation exceeds the maximum 100 changes per change set.");

    public static RequestFailedException OtherPartition() =>
        Refusal("CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group.");

    public static RequestFailedException DuplicateRow(string rowKey) =>
        Refusal("InvalidDuplicateRow", $"A command with RowKey '{rowKey}' is already present in the batch. An entity can appear only once in a batch.");

    public static TableTransactionFailedException TransactionTooLarge() => new(
        new RequestFailedException(413, "The request body is too large and exceeds the maximum permissible limit (4 MiB).", "RequestBodyTooLarge", innerException: null));

    private static RequestFailedException PropertyValueTooLarge() =>
        Refusal("PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64 KiB, for a text 32,768 characters).");

    private static RequestFailedException Refusal(string code, string message) => new(400, message, code, innerException: null);

    // Property names follow the rules of C# identifiers.
    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        var first = true;

        foreach (var rune in name.EnumerateRunes())
        {
            if (!(Rune.IsLetter(rune) || rune.Value == '_' || (!first && ContinuesIdentifier(rune))))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    private static bool ContinuesIdentifier(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
