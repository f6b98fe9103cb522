namespace Insek.Office.Domain.Lists;

/// <summary>Finds measures whose titles resemble a title: most of their words are the same.</summary>
internal sealed class TitleIndex
{
    private const int MaxCandidates = 5;
    private const double LeastShared = 0.6;

    private readonly Dictionary<(SectorKey, string), List<int>> byWord = [];
    private readonly (ItemId Id, HashSet<string> Words)[] titles;

    public TitleIndex(IReadOnlyList<Measure> measures)
    {
        titles = [.. measures.Select(measure => (measure.Id, Words(measure.Content.Title)))];
        for (var i = 0; i < titles.Length; i++)
        {
            foreach (var word in titles[i].Words)
            {
                var key = (measures[i].Content.Sector, word);
                (byWord.TryGetValue(key, out var places) ? places : byWord[key] = []).Add(i);
            }
        }
    }

    public ValueList<ItemId> Near(SectorKey sector, string title)
    {
        var words = Words(title);
        return words.SelectMany(word => byWord.GetValueOrDefault((sector, word)) ?? [])
            .CountBy(place => place)
            .Select(shared => (shared.Key, Share: (double)shared.Value / (words.Count + titles[shared.Key].Words.Count - shared.Value)))
            .Where(candidate => candidate.Share >= LeastShared)
            .OrderByDescending(candidate => candidate.Share).ThenBy(candidate => candidate.Key)
            .Take(MaxCandidates)
            .Select(candidate => titles[candidate.Key].Id)
            .ToValueList();
    }

    private static HashSet<string> Words(string title)
    {
        var folded = CellText.Fold(title);
        return [.. folded.Split([' ', '-', '/', ',', '.', '(', ')', ':', ';', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];
    }
}
