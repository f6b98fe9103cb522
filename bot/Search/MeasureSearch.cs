using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Search;

/// <summary>The message extension: searches the measures of the concepts a person may see, and gives each as a card to post.</summary>
internal sealed partial class MeasureSearch(ConceptsApi api, MeasureCatalogues catalogues, ILogger<MeasureSearch> log)
{
    private const int DefaultCount = 25;
    private const int MaxCount = 50;

    /// <summary>How many concepts are read at the same time.</summary>
    private const int ConceptsAtOnce = 8;

    /// <summary>What Teams calls the query with which it opens the search.</summary>
    private const string InitialRun = "initialRun";

    private const string PreviewType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Answers a query: measures, the best first, or a sentence where there are none.</summary>
    /// <remarks>Without words: key measures and then what changed last. The concept a conversation is bound to comes before the others.</remarks>
    public async Task<MessagingExtensionResponse> QueryAsync(MessagingExtensionQuery query, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(query, actor, place, culture, cancellationToken);
        }
        catch (ApiUnavailableException failure)
        {
            LogUnavailable(log, failure);
            return Sentence(ProblemTexts.Unavailable(culture));
        }
    }

    private async Task<MessagingExtensionResponse> FindAsync(MessagingExtensionQuery query, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken)
    {
        var binding = api.BindingOfAsync(place, actor, cancellationToken);
        if (!(await api.MeAsync(actor, cancellationToken)).TryGet(out var me, out var problem))
        {
            return Sentence(ProblemTexts.For(problem, culture));
        }

        if (me.Concepts.Count == 0)
        {
            return Sentence(SearchTexts.NoConcept(culture));
        }

        var first = (await binding)?.Concept;
        var (read, refused) = await ReadAsync([.. me.Concepts.OrderByDescending(concept => concept.Id == first)], actor, cancellationToken);
        if (read.Count == 0 && refused is not null)
        {
            return Sentence(ProblemTexts.For(refused, culture));
        }

        var words = Words(query);
        var found = words.Length == 0 ? Suggested(read, first) : Found(read, words, first);
        if (found.Count == 0)
        {
            return Sentence(words.Length == 0 ? SearchTexts.NoMeasures(culture) : SearchTexts.Nothing(CardText.Short(words, 60), culture));
        }

        var skip = Math.Max(0, query.QueryOptions?.Skip ?? 0);
        var count = Math.Clamp(query.QueryOptions?.Count ?? DefaultCount, 1, MaxCount);
        return new MessagingExtensionResponse(new MessagingExtensionResult
        {
            Type = "result",
            AttachmentLayout = "list",
            Attachments = [.. found.Skip(skip).Take(count).Select(entry => Result(entry, me.Concepts.Count > 1, culture))],
        });
    }

    /// <summary>What was typed; the parameter's name differs from client to client, and some send none.</summary>
    private static string Words(MessagingExtensionQuery query) =>
        query.Parameters?.Where(parameter => parameter.Name != InitialRun).Select(parameter => Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)?.Trim())
            .FirstOrDefault(text => !string.IsNullOrEmpty(text)) is { } words
                ? CardText.Short(words, 200)
                : string.Empty;

    private static List<MeasureEntry> Found(IReadOnlyList<MeasureCatalogue> catalogues, string words, string? first) =>
    [
        .. catalogues.SelectMany(catalogue => catalogue.Search(words))
            .OrderByDescending(hit => hit.Entry.Concept.Id == first).ThenByDescending(hit => hit.Score)
            .Select(hit => hit.Entry),
    ];

    private static List<MeasureEntry> Suggested(IReadOnlyList<MeasureCatalogue> catalogues, string? first) =>
    [
        .. catalogues.SelectMany(catalogue => catalogue.Entries)
            .OrderByDescending(entry => entry.Concept.Id == first).ThenByDescending(entry => entry.Measure.IsKeyMeasure).ThenByDescending(entry => entry.Measure.ChangedAt),
    ];

    private static MessagingExtensionAttachment Result(MeasureEntry entry, bool severalConcepts, CultureInfo culture)
    {
        var card = CardContent.Attach(MeasureCard.For(entry, withButtons: false, culture));
        var state = CommandTexts.Word("state", entry.Measure.State ?? "draft", culture);
        var about = string.Join(" · ", new[] { entry.Number, entry.Sector?.Name, severalConcepts ? entry.Concept.Town : null, state }.Where(part => part is { Length: > 0 }));
        return new MessagingExtensionAttachment
        {
            ContentType = card.ContentType,
            Content = card.Content,
            Preview = new Attachment { ContentType = PreviewType, Content = new JObject { ["title"] = CardText.Short(entry.Title, 80), ["text"] = about } },
        };
    }

    private static MessagingExtensionResponse Sentence(string text) =>
        new(new MessagingExtensionResult { Type = "message", AttachmentLayout = "list", Attachments = [], Text = text });

    /// <summary>The concepts, in order. One that is refused does not hide the others.</summary>
    private async Task<(IReadOnlyList<MeasureCatalogue> Read, ApiProblem? Refused)> ReadAsync(IReadOnlyList<ConceptSummary> concepts, Actor actor, CancellationToken cancellationToken)
    {
        var read = new List<MeasureCatalogue>();
        ApiProblem? refused = null;
        foreach (var some in concepts.Chunk(ConceptsAtOnce))
        {
            foreach (var answer in await Task.WhenAll(some.Select(concept => catalogues.ReadAsync(concept.Id, actor, cancellationToken))))
            {
                if (answer.TryGet(out var catalogue, out var problem))
                {
                    read.Add(catalogue);
                }
                else
                {
                    refused = problem;
                }
            }
        }

        return (read, refused);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Search: the API gave no usable answer")]
    private static partial void LogUnavailable(ILogger logger, Exception failure);
}
