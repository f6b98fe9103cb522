using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Handles <c>open.group</c>: the group was chosen, the form begins.</summary>
internal sealed class StartForm(OpeningDesk desk, TimeProvider clock) : ICardAction
{
    public const string Name = "open.group";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => RoundForm.Read(context) is { } chosen
        ? await desk.FormAsync(RoundForm.Empty(chosen.Concept, chosen.Group, clock.GetUtcNow()), problem: null, context.Actor, context.Culture, cancellationToken)
        : new CardReply.Message(OpeningTexts.Get("group.missing", context.Culture));
}

/// <summary>Handles <c>open.edit</c>: the form again, as it was.</summary>
internal sealed class EditForm(OpeningDesk desk) : ICardAction
{
    public const string Name = "open.edit";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => RoundForm.Read(context) is { } form
        ? await desk.FormAsync(form, problem: null, context.Actor, context.Culture, cancellationToken)
        : new CardReply.Message(OpeningTexts.Get("stale", context.Culture));
}

/// <summary>Handles <c>open.review</c>: checks the form.</summary>
internal sealed class ReviewForm(OpeningDesk desk) : ICardAction
{
    public const string Name = "open.review";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => RoundForm.Read(context) is { } form
        ? await desk.ReviewAsync(form, context.Actor, context.Culture, cancellationToken)
        : new CardReply.Message(OpeningTexts.Get("stale", context.Culture));
}

/// <summary>Handles <c>open.items</c>: single goals and measures, from the form or from another page of them.</summary>
internal sealed class PickItems(OpeningDesk desk) : ICardAction
{
    public const string Name = "open.items";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => RoundForm.Read(context) is { } form
        ? await desk.ItemsAsync(form.With(context.Choices(ItemsCard.Here)), Start(context), context.Actor, context.Culture, cancellationToken)
        : new CardReply.Message(OpeningTexts.Get("stale", context.Culture));

    private static int? Start(CardActionContext context) => int.TryParse(context.Text("at"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
}

/// <summary>Handles <c>open.take</c>: back to the form with the single items.</summary>
internal sealed class TakeItems(OpeningDesk desk) : ICardAction
{
    public const string Name = "open.take";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => RoundForm.Read(context) is { } form
        ? await desk.FormAsync(form.With(context.Choices(ItemsCard.Here)) with { Sectors = [], Goals = [] }, problem: null, context.Actor, context.Culture, cancellationToken)
        : new CardReply.Message(OpeningTexts.Get("stale", context.Culture));
}

/// <summary>Handles <c>open.cancel</c>: nothing is opened.</summary>
internal sealed class CancelForm : ICardAction
{
    public const string Name = "open.cancel";

    public string Verb => Name;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var text = OpeningTexts.Get("cancelled", context.Culture);
        var card = CommandCard.Of(OpeningTexts.Get("title", context.Culture), text, context.Culture, CardText.Paragraph(text));
        card.Actions = [CommandCard.Run(OpeningTexts.Get("again", context.Culture), "runde")];
        return Task.FromResult<CardReply>(CommandCard.Reply(card));
    }
}
