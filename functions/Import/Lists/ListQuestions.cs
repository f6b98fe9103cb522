using Insek.Office.Contracts;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Gathers what a person has to decide; the same question about many rows is asked once.</summary>
internal sealed class ListQuestions
{
    /// <summary>The most questions a report lists.</summary>
    public const int MaxListed = 1_000;

    private const int MaxPlaces = 5;
    private const int MaxShown = 500;

    private readonly Dictionary<string, Asked> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether anything keeps rows out.</summary>
    public bool Block => _asked.Values.Any(asked => asked.Question.Blocks);

    public int Further => Math.Max(0, _asked.Count - MaxListed);

    /// <summary>The questions, those that keep rows out first, then those about the whole list, then by the number of their rows.</summary>
    public IReadOnlyList<ListQuestion> Listed =>
    [
        .. _asked.Values
            .OrderByDescending(asked => asked.Question.Blocks)
            .ThenBy(asked => asked.Question.Kind is "value")
            .ThenByDescending(asked => asked.Question.Kind is "value" ? asked.Rows : 0)
            .ThenBy(asked => asked.Order)
            .Take(MaxListed)
            .Select(asked => asked.Question with { Places = asked.Places, Rows = asked.Rows }),
    ];

    /// <summary>Asks, or adds a row to what is asked already.</summary>
    /// <param name="id">The question's id, which says what it is about.</param>
    /// <param name="row">The row; null for a question about the whole list.</param>
    /// <param name="column">The column's heading.</param>
    /// <param name="ask">The question, where it is new.</param>
    public void Ask(string id, ListedRow? row, string? column, Func<ListQuestion> ask)
    {
        if (!_asked.TryGetValue(id, out var asked))
        {
            var question = ask();
            _asked[id] = asked = new Asked(question with { Id = id, Written = question.Written is { Length: > MaxShown } written ? written[..MaxShown] : question.Written }, _asked.Count);
        }

        if (row is not null)
        {
            Note(id, asked, row, column);
        }
    }

    /// <summary>Adds a row to what is asked already.</summary>
    /// <returns>Whether it is.</returns>
    public bool AskAgain(string id, ListedRow row, string? column)
    {
        if (!_asked.TryGetValue(id, out var asked))
        {
            return false;
        }

        Note(id, asked, row, column);
        return true;
    }

    /// <summary>Asks about columns; of their places the first few are named.</summary>
    public void AskAt(string id, ListQuestion question, IReadOnlyList<ListPlace> places)
    {
        Ask(id, null, null, () => question);
        _asked[id].Places.AddRange(places.Take(MaxPlaces - _asked[id].Places.Count));
    }

    private static void Note(string id, Asked asked, ListedRow row, string? column)
    {
        asked.Rows++;
        row.Ask(id, asked.Question.Blocks);
        if (asked.Places.Count < MaxPlaces)
        {
            asked.Places.Add(new ListPlace(row.Table.Name, row.Row.Line.Number, column));
        }
    }

    private sealed class Asked(ListQuestion question, int order)
    {
        public ListQuestion Question { get; } = question;

        public int Order { get; } = order;

        public List<ListPlace> Places { get; } = [];

        public int Rows { get; set; }
    }
}
