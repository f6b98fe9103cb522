using System.Globalization;
using System.Text;
using AdaptiveCards;
using Insek.Office.Domain;
using Newtonsoft.Json;

namespace Insek.Office.Bot.Cards;

/// <summary>Texts in cards: what people wrote shown as they wrote it, dates as people read them, and how much a card weighs.</summary>
internal static class CardText
{
    /// <summary>Above this a card is paged: Teams' 28 KB for a message, less what goes around the card. In bytes.</summary>
    public const int TargetBytes = 24 * 1024;

    /// <summary>Marks that mean something in a text block wherever they stand: emphasis, links, code, entities, and <c>{{DATE()}}</c>.</summary>
    private const string Marks = @"\`*_[]<>&~|";

    private static readonly JsonSerializer _serializer = JsonSerializer.Create();

    /// <summary>A text for a TextBlock or a fact, which render markdown: it is shown letter by letter, and its lines stay lines.</summary>
    /// <remarks>Not for text runs, choices, labels, values of inputs, titles of actions, speak and summaries: these are shown as they are.</remarks>
    public static string Escape(string text)
    {
        if (!NeedsEscape(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        var isLineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is '\r' or '\n')
            {
                // One line break is a space in markdown; two are a new paragraph, which every client shows as a new line.
                escaped.Append(isLineStart ? string.Empty : "\n\n");
                isLineStart = true;
                continue;
            }

            if (isLineStart && letter is (' ' or '\t'))
            {
                // Four of them would begin a block of code.
                continue;
            }

            var isDate = letter == '{' && i + 1 < text.Length && text[i + 1] == '{';
            var isBlock = (isLineStart && letter is ('#' or '-' or '+' or '=')) || (letter is ('.' or ')') && IsNumberBefore(text, i));
            if (isDate || isBlock || Marks.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            isLineStart = false;
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>A text on one line, cut with an ellipsis where it is longer than <paramref name="length"/> characters; for choices and titles, whose full text stands elsewhere.</summary>
    public static string Short(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length)
        {
            return line;
        }

        // Before a word, unless that word is most of the line; never between the halves of a surrogate pair.
        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        var blank = line.LastIndexOf(' ', end);
        return $"{line.AsSpan(0, blank > length / 2 ? blank : end).TrimEnd(" ,;:–-")}…";
    }

    /// <summary>A heading, known as one to assistive technology. The text is escaped here.</summary>
    public static AdaptiveTextBlock Heading(string text) => new()
    {
        Text = Escape(text),
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Medium,
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
    };

    /// <summary>A heading within a card. The text is escaped here.</summary>
    public static AdaptiveTextBlock Section(string text) => new()
    {
        Text = Escape(text),
        Style = AdaptiveTextBlockStyle.Heading,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = AdaptiveSpacing.Large,
        Wrap = true,

        // Unsaid, a heading is larger than the card's own; the class leaves a default unsaid.
        AdditionalProperties = { ["size"] = "default" },
    };

    /// <summary>A line close to the one before. The text is escaped here.</summary>
    public static AdaptiveTextBlock Line(string text, bool isSubtle = false) => new() { Text = Escape(text), Wrap = true, IsSubtle = isSubtle, Spacing = AdaptiveSpacing.Small };

    /// <summary>A paragraph. The text is escaped here.</summary>
    public static AdaptiveTextBlock Paragraph(string text, bool isSubtle = false) => new() { Text = Escape(text), Wrap = true, IsSubtle = isSubtle };

    /// <summary>A paragraph that is markdown already: what people wrote must have been escaped.</summary>
    public static AdaptiveTextBlock Markdown(string markdown, bool isSubtle = false) => new() { Text = markdown, Wrap = true, IsSubtle = isSubtle };

    /// <summary>An instant as people read it: "Di., 24.11.2026, 18:00 Uhr", in the town's time.</summary>
    public static string Instant(DateTimeOffset at, CultureInfo culture)
    {
        var local = CivilTime.LocalOf(at);
        return IsGerman(culture)
            ? $"{local.ToString("ddd", culture).TrimEnd('.')}., {local.ToString("dd.MM.yyyy, HH:mm", culture)} Uhr"
            : local.ToString("ddd, dd MMM yyyy, HH:mm", culture);
    }

    /// <summary>A day as people read it: "24.11.2026", in the town's time.</summary>
    public static string Day(DateTimeOffset at, CultureInfo culture) =>
        CivilTime.LocalOf(at).ToString(IsGerman(culture) ? "dd.MM.yyyy" : "dd MMM yyyy", culture);

    /// <summary>A day as people read it, with its weekday: "Di., 24.11.2026".</summary>
    public static string Day(DateOnly day, CultureInfo culture) => IsGerman(culture)
        ? $"{day.ToString("ddd", culture).TrimEnd('.')}., {day.ToString("dd.MM.yyyy", culture)}"
        : day.ToString("ddd, dd MMM yyyy", culture);

    /// <summary>The day in the town's time, as inputs of dates take it: "2026-11-24".</summary>
    public static string DateValue(DateTimeOffset at) => CivilTime.LocalOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The time of day in the town's time, as inputs of times take it: "18:00".</summary>
    public static string TimeValue(DateTimeOffset at) => CivilTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads what inputs of date and time hold, in the town's time.</summary>
    /// <returns>The instant; null where it is none. An hour that the clocks skip is taken as the one after.</returns>
    public static DateTimeOffset? ReadInstant(string? date, string? time) =>
        ReadDay(date) is { Year: > 1 and < 9999 } day && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? CivilTime.LastAt(day, hour) ?? CivilTime.At(day, hour)
            : null;

    /// <summary>Reads what an input of a date holds; null where it is no day.</summary>
    public static DateOnly? ReadDay(string? date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many bytes a card, or a part of one, takes as it is sent: UTF-8, without white space.</summary>
    public static int Bytes(AdaptiveTypedElement card)
    {
        using var counter = new ByteCounter();
        using var writer = new JsonTextWriter(counter) { Formatting = Formatting.None };
        _serializer.Serialize(writer, card);
        writer.Flush();
        return counter.Bytes;
    }

    private static bool IsGerman(CultureInfo culture) => culture.TwoLetterISOLanguageName == "de";

    private static bool NeedsEscape(string text) =>
        text.AsSpan().IndexOfAny(@"\`*_[]<>&~|{#+=.)-" + "\r\n\t") >= 0 || text.StartsWith(' ');

    /// <summary>Whether only digits stand between the beginning of the line and <paramref name="at"/>: "1." would begin a list.</summary>
    private static bool IsNumberBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < at && text.AsSpan(0, start).TrimEnd(" \t") is [] or [.., '\n' or '\r'];
    }

    /// <summary>Counts what is written instead of keeping it.</summary>
    private sealed class ByteCounter() : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public int Bytes { get; private set; }

        public override void Write(char value) => Bytes += Encoding.UTF8.GetByteCount([value]);

        public override void Write(char[] buffer, int index, int count) => Bytes += Encoding.UTF8.GetByteCount(buffer, index, count);

        public override void Write(string? value) => Bytes += value is null ? 0 : Encoding.UTF8.GetByteCount(value);
    }
}
