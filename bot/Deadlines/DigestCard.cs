using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What one person is reminded of on one morning, each entry as it stands now: made again after something was done, it shows that.</summary>
internal static class DigestCard
{
    public static AdaptiveCard Of(DigestView digest, int page, CultureInfo culture, string? notice = null)
    {
        var origin = new DeadlineOrigin(DeadlineOrigin.DigestKind, digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), page);
        var sections = digest.Concepts
            .Select(concept => new DeadlineSection(concept.ConceptName, [.. concept.Entries.Select(entry => new ListedDeadline(entry.Deadline, entry.Settled))]))
            .ToArray();
        return new DeadlineList(Heading(digest, culture), Summary(digest, culture), sections, origin, digest.Member.Id, DeadlineTexts.All["digest.hint", culture]).Card(culture, notice);
    }

    /// <summary>What a notification says of it: the one thing by its name, several by their number.</summary>
    public static string Notification(DigestView digest, CultureInfo culture)
    {
        var open = digest.Concepts.SelectMany(concept => concept.Entries).Where(entry => !entry.Settled).ToArray();
        return open is [var only]
            ? DeadlineTexts.All.Format("digest.only", culture, CardText.Short(only.Deadline.Title, 120), DeadlineTexts.When(only.Deadline, culture))
            : $"{Heading(digest, culture)}: {Summary(digest, culture)}";
    }

    private static string Heading(DigestView digest, CultureInfo culture) => DeadlineTexts.All.Format("digest.heading", culture, CardText.Day(digest.Date, culture));

    private static string Summary(DigestView digest, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var settled = digest.Count - digest.OpenCount;
        return (digest.OpenCount, settled) switch
        {
            (0, _) => texts["digest.allSettled", culture],
            (var open, 0) => texts.Count("digest.open", open, culture),
            var (open, rest) => $"{texts.Count("digest.open", open, culture)} {texts.Count("digest.settled", rest, culture)}",
        };
    }
}
