using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Insek.Office.Domain.Lists;

/// <summary>How far a measure has come, as a list tells it.</summary>
/// <param name="State">The state; never Agreed or Resolved, nor one before a group. Null where the list tells none.</param>
/// <param name="Progress">How much is done, in percent, 0 to 100; null where the list tells none.</param>
public sealed record StatusMark(ItemState? State, int? Progress);

/// <summary>What numbers without "%" mean in a column of progress.</summary>
public enum ProgressScale
{
    /// <summary>50 is half ("Fortschritt in %").</summary>
    Percent,

    /// <summary>0.5 is half: what Excel keeps of 50 %.</summary>
    Fraction,
}

/// <summary>Reads how far measures have come.</summary>
/// <remarks>
/// <para>"in Umsetzung" is InProgress, "umgesetzt" and "abgeschlossen" are Done with 100 %, "zurückgestellt" is Deferred, "nicht begonnen" is 0 %.
/// Whether the measure may go there is for <see cref="ItemStates.Allows"/> with <see cref="Authority.Tracking"/> to say: InProgress follows only on Resolved.</para>
/// <para>"beschlossen" and "abgestimmt" are decisions of the council and the groups: no list makes them, they are kept as text. "entfällt" changes no
/// state either. "in Planung" may be a beginning or none; a traffic light's colours mean what the town says.</para>
/// </remarks>
public static class StatusReader
{
    private static readonly FrozenDictionary<string, StatusMark> _words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Reason, StatusMark[] Choices)> _unclear = Unclear().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> _joints = SearchValues.Create("(,;:-/0123456789");

    private static readonly string[] _decisions = ["beschlossen", "abgestimmt", "beschluss", "genehmigt", "verabschiedet", "bestaetigt"];

    /// <summary>Reads a cell of states or progress.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="scale">What numbers without "%" mean; null where nobody said: then 1 may be one percent or all.</param>
    public static CellReading<StatusMark> Read(WrittenCell cell, ProgressScale? scale)
    {
        var folded = CellText.Fold(cell.Text);
        if (CellText.IsNothing(folded))
        {
            return CellReading.Empty<StatusMark>(cell.Written);
        }

        if (_words.TryGetValue(folded.TrimEnd('.', '!'), out var mark))
        {
            return mark.State is null && mark.Progress is null
                ? CellReading.Unclear<StatusMark>(cell.Written, CellReasons.Cancelled)
                : CellReading.Understood(cell.Written, mark);
        }

        if (_unclear.TryGetValue(folded, out var known))
        {
            return CellReading.Unclear(cell.Written, known.Reason, known.Choices);
        }

        return Percent(cell, folded, scale) ?? Text(cell, folded);
    }

    private static CellReading<StatusMark>? Percent(WrittenCell cell, string folded, ProgressScale? scale)
    {
        var bare = folded.Replace("prozent", "%", StringComparison.Ordinal);
        var isPercent = bare.EndsWith('%');
        var text = bare.TrimEnd('%', ' ').Replace(',', '.');
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 100)
        {
            return null;
        }

        if (isPercent || scale is ProgressScale.Percent)
        {
            return Done(cell, number);
        }

        return (scale, number) switch
        {
            (ProgressScale.Fraction, <= 1) => Done(cell, number * 100),
            (null, 0) => Done(cell, 0),
            (null, < 1) => Done(cell, number * 100),
            (null, 1) => CellReading.Unclear(cell.Written, CellReasons.UnitUnknown, new StatusMark(null, 100), new StatusMark(null, 1)),
            (null, _) when number == decimal.Truncate(number) && number >= 10 => Done(cell, number),
            _ => CellReading.Unclear<StatusMark>(cell.Written, CellReasons.NotRecognised),
        };
    }

    private static CellReading<StatusMark> Done(WrittenCell cell, decimal percent) => percent == decimal.Truncate(percent)
        ? CellReading.Understood(cell.Written, new StatusMark(null, (int)percent))
        : CellReading.Partly(cell.Written, new StatusMark(null, (int)percent), CellReasons.MoreText);

    // A sentence may say "noch nicht umgesetzt": only a known word with a day, a year or a harmless bracket beside it is read.
    private static CellReading<StatusMark> Text(WrittenCell cell, string folded)
    {
        if (Array.Exists(_decisions, word => folded.Contains(word, StringComparison.Ordinal)))
        {
            return CellReading.Unclear<StatusMark>(cell.Written, CellReasons.DecisionNotFromList);
        }

        var joint = folded.AsSpan().IndexOfAny(_joints);
        var head = joint > 0 ? WithoutPreposition(folded[..joint].Trim()) : folded;
        if (joint <= 0 || !_words.TryGetValue(head, out var mark) || (mark.State is null && mark.Progress is null))
        {
            return CellReading.Unclear<StatusMark>(cell.Written, CellText.IsNotStated(folded) ? CellReasons.NotStated : CellReasons.NotRecognised);
        }

        // "umgesetzt (2023)" is done; "umgesetzt (1. BA)" may not be, while "in Umsetzung (1. BA)" still is.
        var rest = folded[joint..].Trim('(', ')', ' ', ',', ':');
        var isHarmless = PeriodReader.Read(rest, DateColumn.Unknown).Value is not null || (mark.State is ItemState.InProgress && folded[joint] == '(');
        return isHarmless ? CellReading.Partly(cell.Written, mark, CellReasons.MoreText) : CellReading.Unclear(cell.Written, CellReasons.MoreText, mark);
    }

    // "umgesetzt am 01.03.2024"; "ab" and "bis" speak of what is still to come.
    private static string WithoutPreposition(string head) => head[Math.Max(head.LastIndexOf(' '), 0)..] is " seit" or " am" or " in" or " im" ? head[..head.LastIndexOf(' ')] : head;

    private static IEnumerable<KeyValuePair<string, StatusMark>> Words()
    {
        IEnumerable<(StatusMark Mark, string[] Words)> known =
        [
            (new(ItemState.InProgress, null), ["in umsetzung", "in der umsetzung", "umsetzung laeuft", "in arbeit", "in bearbeitung", "in realisierung", "im bau", "in bau", "in durchfuehrung", "begonnen", "laeuft", "laufend", "gestartet", "in umsetzung befindlich"]),
            (new(ItemState.Done, 100), ["umgesetzt", "abgeschlossen", "erledigt", "fertiggestellt", "realisiert", "fertig", "vollstaendig umgesetzt", "beendet", "umsetzung abgeschlossen"]),
            (new(null, 0), ["nicht begonnen", "noch nicht begonnen", "nicht gestartet", "noch nicht gestartet", "nicht umgesetzt", "noch nicht umgesetzt", "offen", "noch offen"]),
            (new(ItemState.Deferred, null), ["zurueckgestellt", "ruht", "ruhend", "verschoben", "pausiert", "aufgeschoben"]),
            (new(ItemState.Rejected, null), ["abgelehnt"]),
            (new(null, null), ["entfaellt", "entfallen", "gestrichen", "hinfaellig", "nicht weiterverfolgt", "nicht mehr verfolgt", "aufgegeben", "wird nicht weiterverfolgt"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, group.Mark)));
    }

    private static IEnumerable<KeyValuePair<string, (string Reason, StatusMark[] Choices)>> Unclear()
    {
        StatusMark begun = new(ItemState.InProgress, null), notBegun = new(null, 0), done = new(ItemState.Done, 100), deferred = new(ItemState.Deferred, null);
        IEnumerable<(string Reason, StatusMark[] Choices, string[] Words)> known =
        [
            (CellReasons.BetweenGrades, [notBegun, begun], ["in planung", "in vorbereitung", "planung", "geplant", "in pruefung", "vorbereitung", "planung laeuft", "angelaufen", "konzeptphase", "teilweise begonnen"]),
            (CellReasons.BetweenGrades, [begun, done], ["teilweise umgesetzt", "teilw. umgesetzt", "teilweise", "weitgehend umgesetzt", "teilweise erledigt", "tlw. umgesetzt", "zum teil umgesetzt"]),
            (CellReasons.TrafficLight, [done, begun], ["gruen", "🟢", "🟩"]),
            (CellReasons.TrafficLight, [begun, notBegun], ["gelb", "orange", "🟡", "🟨", "🟠"]),
            (CellReasons.TrafficLight, [notBegun, deferred], ["rot", "🔴", "🟥"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, (group.Reason, group.Choices))));
    }
}
