using System.Text;
using System.Text.RegularExpressions;
using Insek.Office.Bot.Search;

namespace Insek.Office.Bot.Commands;

/// <summary>What somebody typed, taken apart. Never fails, whatever that was.</summary>
/// <param name="Word">The command word, folded; empty where nothing was typed.</param>
/// <param name="Typed">The command word as typed.</param>
/// <param name="Argument">What follows, as typed but for blanks and punctuation around it.</param>
internal sealed partial record CommandLine(string Word, string Typed, string Argument)
{
    private const int MaxLength = 1_000;

    private static readonly CommandLine _nothing = new(string.Empty, string.Empty, string.Empty);

    /// <summary>Takes a message apart. Longer ones than 1,000 characters are cut: no command needs them.</summary>
    public static CommandLine Parse(string? text)
    {
        var rest = Mention().Replace(Clean((text ?? string.Empty).Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)), string.Empty).AsSpan();
        while (!(rest = Bare(rest)).IsEmpty)
        {
            var end = rest.IndexOfAny(' ', ':');
            var typed = Bare(end < 0 ? rest : rest[..end]).ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (Folding.Fold(typed) is { Length: > 0 } word)
            {
                return new CommandLine(word, typed, Bare(rest).ToString());
            }
        }

        return _nothing;
    }

    /// <summary>In NFC, any kind and number of blanks as one, without what cannot be seen.</summary>
    private static string Clean(string text)
    {
        var cleaned = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes().Take(MaxLength))
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                cleaned.Append(cleaned.Length > 0 && cleaned[^1] != ' ' ? " " : string.Empty);
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format)
            {
                cleaned.Append(rune.ToString());
            }
        }

        return cleaned.ToString().Normalize(NormalizationForm.FormC);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim(" .,;:!?\"'„“”‚‘’»«›‹/\\()[]{}<>*_`–—-…");

    // Teams puts the bot's name before what is said to it in a channel.
    [GeneratedRegex("^ ?<at>[^<]*</at>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mention();
}
