using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Texts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Handles <c>open.confirm</c>: opens the round. The same card opens one round, however often it is clicked.</summary>
internal sealed class ConfirmForm(ConceptsApi api, OpeningDesk desk, TimeProvider clock) : ICardAction
{
    public const string Name = "open.confirm";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        if (RoundForm.Read(context) is not { } form || !Guid.TryParseExact(context.Text("op"), "N", out var operation))
        {
            return new CardReply.Message(OpeningTexts.Get("stale", culture));
        }

        // Not checked against the drafts here: after a first click they are no drafts any more, and the second must find its round.
        if (RoundTerms.Read(form, clock.GetUtcNow()).Terms is not { } terms)
        {
            return await desk.ReviewAsync(form, context.Actor, culture, cancellationToken);
        }

        // Once begun it is not broken off: whoever clicked could not know whether there is a round.
        return (await api.OpenRoundAsync(form.Concept, terms.ToRequest(form), operation.ToString("N"), context.Actor, CancellationToken.None)).TryGet(out var round, out var problem)
            ? CommandCard.Reply(ReceiptCard.For(round, clock.GetUtcNow(), culture))
            : await desk.FormAsync(form, ProblemTexts.For(problem, culture), context.Actor, culture, cancellationToken);
    }
}
