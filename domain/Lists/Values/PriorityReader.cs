using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>A priority that a list tells.</summary>
/// <param name="Priority">High, medium or low.</param>
public sealed record PriorityMark(Priority Priority);

/// <summary>Reads priorities.</summary>
/// <remarks>
/// <para>hoch, mittel, gering and niedrig are what they say; A, B, C are high, medium, low. Numbers (1–5, I–III, "Prio 1", "1.") need the list's direction:
/// without it both ends are choices. More stars are the higher grade; how many there are at most is the list's matter, too.</para>
/// <para>The concept knows three grades. Of a finer scale the ends and the middle are read, the ends partly (the grade is kept as text); a grade between
/// two is unclear with both. "A" in a list that has A+ is such a grade.</para>
/// </remarks>
public static class PriorityReader
{
    private static readonly FrozenDictionary<string, (Priority Priority, bool IsFiner)> _words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly char[] _joints = ['(', '=', ':', '-', ')'];

    /// <summary>Reads a cell of priorities.</summary>
    public static CellReading<PriorityMark> Read(WrittenCell cell, PriorityScale scale)
    {
        var folded = CellText.Fold(cell.Text);
        if (CellText.IsNothing(folded))
        {
            return CellReading.Empty<PriorityMark>(cell.Written);
        }

        if (_words.TryGetValue(PriorityMarks.Bare(folded), out var word))
        {
            return Grade(cell, word.Priority, word.IsFiner);
        }

        var mark = PriorityMarks.Of(folded);
        return mark.Kind switch
        {
            PriorityMarkKind.Number => Number(cell, mark.Level, scale),
            PriorityMarkKind.Letter => Letter(cell, mark, scale),
            PriorityMarkKind.Stars => Stars(cell, mark, scale),
            _ => Explained(cell, folded),
        };
    }

    // "1 (hoch)" explains itself; "mittel bis hoch" names two.
    private static CellReading<PriorityMark> Explained(WrittenCell cell, string folded)
    {
        var named = folded.Split([' ', '/', ',', ';', .. _joints], StringSplitOptions.RemoveEmptyEntries);
        var grades = named.Where(_words.ContainsKey).Select(name => new PriorityMark(_words[name].Priority)).Distinct().ToArray();
        var isAlone = named.All(name => _words.ContainsKey(name) || PriorityMarks.Of(name).Kind is not PriorityMarkKind.None || name is "sehr" or "prio" or "prioritaet");
        return grades.Length switch
        {
            1 when isAlone => CellReading.Partly(cell.Written, grades[0], CellReasons.MoreText),
            > 1 => CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, grades),
            _ => CellReading.Unclear(cell.Written, CellText.IsNotStated(folded) ? CellReasons.NotStated : CellReasons.NotRecognised, grades),
        };
    }

    private static CellReading<PriorityMark> Number(WrittenCell cell, int number, PriorityScale scale)
    {
        var isMiddle = scale.Steps is { } steps && steps % 2 == 1 && number == (steps + 1) / 2;
        if (scale.Direction is null && !isMiddle)
        {
            return CellReading.Unclear(cell.Written, CellReasons.DirectionUnknown, Marks(Priority.High, Priority.Medium, Priority.Low));
        }

        if (scale.Steps is not { } known)
        {
            return number == 1
                ? Grade(cell, scale.Direction is PriorityDirection.OneIsHighest ? Priority.High : Priority.Low, isFiner: false)
                : CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, scale.Direction is PriorityDirection.OneIsHighest ? Marks(Priority.Medium, Priority.Low) : Marks(Priority.Medium, Priority.High));
        }

        return number > known
            ? CellReading.Unclear<PriorityMark>(cell.Written, CellReasons.NotRecognised)
            : Place(cell, scale.Direction is PriorityDirection.OneIsLowest ? known - number + 1 : number, known);
    }

    private static CellReading<PriorityMark> Letter(WrittenCell cell, PriorityMarkText mark, PriorityScale scale)
    {
        if (mark.Plus > 0)
        {
            return mark.Level switch
            {
                1 => Grade(cell, Priority.High, isFiner: true),
                2 => CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, Marks(Priority.High, Priority.Medium)),
                _ => CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, Marks(Priority.Medium, Priority.Low)),
            };
        }

        return mark.Level == 1 && scale.HasPlusGrades
            ? CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, Marks(Priority.High, Priority.Medium))
            : Place(cell, mark.Level, Math.Max(mark.Level, scale.LetterSteps));
    }

    private static CellReading<PriorityMark> Stars(WrittenCell cell, PriorityMarkText mark, PriorityScale scale)
    {
        var steps = mark.Steps > 0 ? mark.Steps : scale.StarSteps;
        return steps is { } known && mark.Level <= known
            ? Place(cell, known - mark.Level + 1, known)
            : CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, Marks(Priority.High, Priority.Medium, Priority.Low));
    }

    // place 1 is the highest of so many.
    private static CellReading<PriorityMark> Place(WrittenCell cell, int place, int of)
    {
        if (place == 1 || place == of)
        {
            return Grade(cell, place == 1 ? Priority.High : Priority.Low, isFiner: of > 3);
        }

        if (2 * place == of + 1)
        {
            return Grade(cell, Priority.Medium, isFiner: false);
        }

        return CellReading.Unclear(cell.Written, CellReasons.BetweenGrades, 2 * place < of + 1 ? Marks(Priority.High, Priority.Medium) : Marks(Priority.Medium, Priority.Low));
    }

    private static CellReading<PriorityMark> Grade(WrittenCell cell, Priority priority, bool isFiner) => isFiner
        ? CellReading.Partly(cell.Written, new PriorityMark(priority), CellReasons.FinerGrade)
        : CellReading.Understood(cell.Written, new PriorityMark(priority));

    private static PriorityMark[] Marks(params Priority[] priorities) => [.. priorities.Select(priority => new PriorityMark(priority))];

    private static IEnumerable<KeyValuePair<string, (Priority Priority, bool IsFiner)>> Words()
    {
        IEnumerable<(Priority Priority, bool IsFiner, string[] Words)> known =
        [
            (Priority.High, false, ["hoch", "hohe"]),
            (Priority.Medium, false, ["mittel", "mittlere"]),
            (Priority.Low, false, ["gering", "geringe", "niedrig", "niedrige"]),
            (Priority.High, true, ["sehr hoch", "sehr hohe", "hoechste", "am hoechsten"]),
            (Priority.Low, true, ["sehr gering", "sehr niedrig", "niedrigste", "geringste"]),
        ];
        return known.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, (group.Priority, group.IsFiner))));
    }
}
