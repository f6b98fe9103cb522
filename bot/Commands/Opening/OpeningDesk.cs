using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Shows the steps of the dialog, with what the group could decide on at that moment.</summary>
internal sealed class OpeningDesk(ConceptsApi api, TimeProvider clock)
{
    /// <summary>The form.</summary>
    /// <param name="form">What was entered so far.</param>
    /// <param name="problem">What is wrong with it, in a sentence; null where nothing is.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="culture">The language.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CardReply> FormAsync(RoundForm form, string? problem, Actor actor, CultureInfo culture, CancellationToken cancellationToken) => ShowAsync(
        form,
        actor,
        culture,
        candidates => candidates.Sectors.All(sector => sector.Items.Count == 0)
            ? new CardReply.Message(problem ?? OpeningTexts.Format("nothingToDecide", culture, candidates.Group.Name))
            : CommandCard.Reply(FormCard.For(form, candidates, problem is null ? [] : [problem], clock.GetUtcNow(), culture)),
        cancellationToken);

    /// <summary>The single items.</summary>
    /// <param name="form">What was entered so far; its items are those chosen.</param>
    /// <param name="at">The first item to show, from 0; null to begin, with everything chosen that the form has chosen, be it singly or as a whole.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="culture">The language.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CardReply> ItemsAsync(RoundForm form, int? at, Actor actor, CultureInfo culture, CancellationToken cancellationToken) => ShowAsync(
        form,
        actor,
        culture,
        candidates => CommandCard.Reply(at is { } start
            ? ItemsCard.For(form, candidates, start, culture)
            : ItemsCard.For(form with { Items = [.. RoundChoice.Of(form, candidates).Items.Select(item => item.Id)] }, candidates, 0, culture)),
        cancellationToken);

    /// <summary>What will be opened, to be confirmed; or the form again with what is wrong.</summary>
    public Task<CardReply> ReviewAsync(RoundForm form, Actor actor, CultureInfo culture, CancellationToken cancellationToken) => ShowAsync(
        form,
        actor,
        culture,
        candidates => RoundPlan.Check(form, candidates, clock.GetUtcNow()) switch
        {
            ({ } plan, _) => CommandCard.Reply(ReviewCard.For(plan, candidates.Group, Guid.NewGuid().ToString("N"), clock.GetUtcNow(), culture)),
            (_, var problems) => CommandCard.Reply(
                FormCard.For(form, candidates, [.. problems.Select(problem => OpeningTexts.Get(problem, culture))], clock.GetUtcNow(), culture)),
        },
        cancellationToken);

    private async Task<CardReply> ShowAsync(RoundForm form, Actor actor, CultureInfo culture, Func<CandidatesView, CardReply> show, CancellationToken cancellationToken) =>
        (await api.CandidatesAsync(form.Concept, form.Group, actor, cancellationToken)).TryGet(out var candidates, out var problem)
            ? show(candidates)
            : new CardReply.Message(ProblemTexts.For(problem, culture));
}
