namespace Insek.Office.Domain.Lists;

/// <summary>Which end of a scale of numbers is the highest priority.</summary>
public enum PriorityDirection
{
    /// <summary>1 is the highest, as in "Priorität 1".</summary>
    OneIsHighest,

    /// <summary>1 is the lowest, as in points.</summary>
    OneIsLowest,
}

/// <summary>How a list grades priorities. What is null has to be asked.</summary>
public sealed record PriorityScale
{
    /// <summary>A list of which nothing is known.</summary>
    public static PriorityScale Unknown { get; } = new();

    /// <summary>Which end of the numbers is the highest; null where the list does not say.</summary>
    public PriorityDirection? Direction { get; init; }

    /// <summary>How many numbers there are, 2 to 10; null where it is not known.</summary>
    public int? Steps { get; init; }

    /// <summary>How many letters there are; 3 (A, B, C) unless the list has more.</summary>
    public int LetterSteps { get; init; } = 3;

    /// <summary>Whether the list has A+ or A++, so that a bare A is not its highest grade.</summary>
    public bool HasPlusGrades { get; init; }

    /// <summary>How many stars the highest grade has, 2 to 10; null where it is not known.</summary>
    public int? StarSteps { get; init; }

    /// <summary>Proposes the scale from a heading ("Priorität (1 = hoch, 3 = gering)") and the column's cells.</summary>
    /// <returns>The scale. Its <see cref="Direction"/> is null where neither the heading nor a cell such as "1 (hoch)" tells it: then somebody must be asked.</returns>
    public static PriorityScale Propose(string heading, IEnumerable<WrittenCell> cells)
    {
        var learner = new PriorityLearner();
        learner.AddHeading(CellText.Fold(heading));
        foreach (var cell in cells)
        {
            learner.Add(CellText.Fold(cell.Text));
        }

        return learner.Scale();
    }
}

/// <summary>Gathers what a heading and its cells tell of a scale.</summary>
internal sealed class PriorityLearner
{
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<PriorityDirection> _told = [];
    private readonly Dictionary<int, Priority> _explained = [];
    private int _statedSteps;
    private int _letters = 3;
    private int _stars;
    private bool _hasPlus;

    public void AddHeading(string folded)
    {
        foreach (var (number, priority) in Explanations(folded))
        {
            Explain(number, priority);
            _statedSteps = Math.Max(_statedSteps, number);
        }

        // "Priorität 1-5", "(1 bis 3)": the numbers of the scale.
        var range = folded.IndexOf('1', StringComparison.Ordinal);
        if (range >= 0)
        {
            var rest = folded.AsSpan(range + 1).TrimStart(" -");
            rest = rest.StartsWith("bis ") ? rest[4..] : rest;
            _statedSteps = rest.Length > 0 && rest[0] is >= '2' and <= '9' && (rest.Length == 1 || !char.IsAsciiDigit(rest[1])) ? Math.Max(_statedSteps, rest[0] - '0') : _statedSteps;
        }
    }

    public void Add(string folded)
    {
        var mark = PriorityMarks.Of(folded);
        switch (mark.Kind)
        {
            case PriorityMarkKind.Number:
                _seen.Add(mark.Level);
                break;
            case PriorityMarkKind.Letter:
                _letters = Math.Max(_letters, mark.Level);
                _hasPlus |= mark.Plus > 0 && mark.Level == 1;
                break;
            case PriorityMarkKind.Stars:
                _stars = Math.Max(_stars, mark.Level);
                break;
            default:
                foreach (var (number, priority) in Explanations(folded))
                {
                    Explain(number, priority);
                    _seen.Add(number);
                }

                break;
        }
    }

    public PriorityScale Scale()
    {
        if (_explained.Count > 1)
        {
            var low = _explained.MinBy(pair => pair.Key);
            var high = _explained.MaxBy(pair => pair.Key);
            if (low.Value != high.Value)
            {
                _told.Add(low.Value > high.Value ? PriorityDirection.OneIsHighest : PriorityDirection.OneIsLowest);
            }
        }

        var complete = Enumerable.Range(1, 10).TakeWhile(_seen.Contains).Count();
        var steps = _statedSteps > 1 ? _statedSteps : complete is 3 or 5 && complete == _seen.Count ? complete : (int?)null;
        return new PriorityScale
        {
            Direction = _told.Count == 1 ? _told.Single() : null,
            Steps = steps,
            LetterSteps = _letters,
            HasPlusGrades = _hasPlus,
            StarSteps = _stars > 1 ? _stars : null,
        };
    }

    private void Explain(int number, Priority priority)
    {
        _explained.TryAdd(number, priority);

        // 1 is an end of every scale; from 3 on a number called high or low is the other.
        if (number is 1 or >= 3 && priority is not Priority.Medium)
        {
            _told.Add(priority is Priority.High == number is 1 ? PriorityDirection.OneIsHighest : PriorityDirection.OneIsLowest);
        }
    }

    // "1 = hoch", "1: sehr hoch", "1 (hoch)", "hoch (1)" is not taken: a range may stand in brackets.
    private static IEnumerable<(int Number, Priority Priority)> Explanations(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]) || (i > 0 && char.IsLetterOrDigit(folded[i - 1])))
            {
                continue;
            }

            var rest = folded.AsSpan(i + 1);
            var word = rest.TrimStart(" =:(->–");
            if (word.Length < rest.Length && PriorityMarks.Leading(word) is { } priority)
            {
                yield return (folded[i] - '0', priority);
            }
        }
    }
}
