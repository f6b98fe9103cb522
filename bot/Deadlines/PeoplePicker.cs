using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Deadlines;

/// <summary>How people are picked in cards.</summary>
internal sealed class PickerOptions
{
    public const string Section = "PeoplePicker";

    /// <summary>Whether Teams also searches the tenant's people; where absent, everywhere but in development: local clients answer with ids of their own.</summary>
    public bool? SearchesTenant { get; init; }
}

/// <summary>Lets somebody pick a person: the members of the concept's groups as choices, and where Teams can, everybody in the tenant by typing.</summary>
/// <remarks>Whoever cannot see the concept is refused by the API, and the card says so.</remarks>
internal sealed class PeoplePicker(DeadlinesApi api, IOptions<PickerOptions> options, IHostEnvironment environment)
{
    /// <summary>More would not fit beside the rest; they are found by typing.</summary>
    private const int MostChoices = 100;

    private const int MostConcepts = 5;
    private const int LongestName = 80;

    /// <summary>The members of a concept's groups, by name; nobody where they cannot be read.</summary>
    public async Task<IReadOnlyList<MemberView>> OfConceptAsync(string concept, ApiCall call, CancellationToken cancellationToken) =>
        (await api.GroupsAsync(concept, call, cancellationToken)).TryGet(out var groups, out _) ? People(groups) : [];

    /// <summary>Those a person works with: the members of the groups of every concept the person can see, but for that person.</summary>
    public async Task<IReadOnlyList<MemberView>> AroundAsync(MeView me, ApiCall call, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(me.Concepts.Take(MostConcepts).Select(concept => OfConceptAsync(concept.Id, call, cancellationToken)));
        return [.. answers.SelectMany(members => members).DistinctBy(member => member.Id).Where(member => member.Id != me.Id).OrderBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>The input.</summary>
    /// <param name="id">The input's id.</param>
    /// <param name="label">Its label.</param>
    /// <param name="members">Whom to offer.</param>
    /// <param name="context">The click; what was picked before stays picked.</param>
    public AdaptiveChoiceSetInput Input(string id, string label, IReadOnlyList<MemberView> members, CardActionContext context) => Input(id, label, members, context.Text(id), context.Culture);

    public AdaptiveChoiceSetInput Input(string id, string label, IReadOnlyList<MemberView> members, string? picked, System.Globalization.CultureInfo culture)
    {
        var input = new AdaptiveChoiceSetInput
        {
            Id = id,
            Label = label,
            Placeholder = DeadlineTexts.All["person.placeholder", culture],
            Value = members.Any(member => member.Id == picked) ? picked : null,
            Wrap = true,
            Choices = [.. members.Take(MostChoices).Select(member => new AdaptiveChoice { Title = CardText.Short(member.Name, LongestName), Value = member.Id })],
        };
        if (options.Value.SearchesTenant ?? !environment.IsDevelopment())
        {
            input.AdditionalProperties["choices.data"] = new JObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users" };
        }

        return input;
    }

    private static IReadOnlyList<MemberView> People(IReadOnlyList<GroupView> groups) =>
        [.. groups.SelectMany(group => group.Members).Where(member => member.Gone is not true).DistinctBy(member => member.Id).OrderBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase)];
}
