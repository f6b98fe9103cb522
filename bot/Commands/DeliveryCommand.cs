using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary><c>zustellung</c>: what could not be delivered, and to whom; for administrators.</summary>
internal sealed class DeliveryCommand(ConceptsApi api) : ICommand
{
    private const int PageSize = 6;
    private const int MaxConversations = 10;

    public IReadOnlyList<string> Words => ["zustellung", "delivery", "zustellungen", "deliveries"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        if (!(await api.MeAsync(context.Actor, cancellationToken)).TryGet(out var me, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, culture));
        }

        if (!me.IsAdministrator)
        {
            return new CardReply.Message(CommandTexts.Get("delivery.administrators", culture));
        }

        var (notices, conversations) = (api.FailedNoticesAsync(context.Actor, cancellationToken), api.FailedConversationsAsync(context.Actor, cancellationToken));
        await Task.WhenAll(notices, conversations);
        if (!(await notices).TryGet(out var failed, out problem) || !(await conversations).TryGet(out var lost, out problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, culture));
        }

        if (failed.Count == 0 && lost.Count == 0)
        {
            return new CardReply.Message(CommandTexts.Get("delivery.nothing", culture));
        }

        var page = CommandPage<FailedNotice>.Cut(failed, context.Argument, PageSize);
        return CommandCard.Reply(Card(failed, page, lost, await NamesAsync(page.Items, context, cancellationToken), me, context));
    }

    private static AdaptiveCard Card(
        IReadOnlyList<FailedNotice> failed, CommandPage<FailedNotice> page, IReadOnlyList<ConversationDocument> lost, Names names, MeView me, CommandContext context)
    {
        var culture = context.Culture;
        var summary = failed.Count == 0 ? CommandTexts.Get("delivery.noNotices", culture) : CommandTexts.Count("delivery.summary", culture, failed.Count);
        var card = CommandCard.Of(
            CommandTexts.Get("delivery.title", culture),
            summary,
            culture,
            [CardText.Line(summary), .. page.Items.Select(notice => Entry(notice, names, me, context)), .. page.Caption(culture), .. Lost(lost, context)]);
        if (failed.Count > 1)
        {
            card.Actions.Add(CommandCard.ExecuteAlone(
                CommandTexts.Get("delivery.resendAll", culture),
                ResendNotice.Name,
                new JObject { ["concepts"] = string.Join(',', failed.Select(notice => notice.Concept).Distinct()) }));
        }

        card.Actions.AddRange(page.Buttons("zustellung", culture));
        return card;
    }

    private static AdaptiveContainer Entry(FailedNotice notice, Names names, MeView me, CommandContext context)
    {
        var culture = context.Culture;
        var lines = new List<AdaptiveElement>
        {
            CommandCard.Strong(CommandTexts.Word("delivery.kind", notice.Kind, culture)),
            CardText.Line(notice.Member is { } member
                ? CommandTexts.Format("delivery.to", culture, member.Name)
                : CommandTexts.Format("delivery.toGroup", culture, names.Groups.GetValueOrDefault((notice.Concept, notice.Group ?? string.Empty)) ?? notice.Group)),
        };
        if (notice.Round is { } round)
        {
            lines.Add(CardText.Line(CommandTexts.Format("delivery.round", culture, names.Rounds.GetValueOrDefault((notice.Concept, round)) ?? round)));
        }

        lines.Add(CardText.Line(CommandTexts.Format("delivery.reason", culture, CardText.Short(CommandTexts.Word("delivery.because", notice.Reason, culture), 500))));
        var failedAt = CardText.Instant(notice.FailedAt, culture);
        lines.Add(CardText.Line(notice.Attempts == 0 ? CommandTexts.Format("delivery.untried", culture, failedAt) : CommandTexts.Count("delivery.tried", culture, notice.Attempts, failedAt), isSubtle: true));
        if (me.Concepts.Count > 1 && me.Concepts.FirstOrDefault(concept => concept.Id == notice.Concept) is { } known)
        {
            lines.Add(CardText.Line(known.Title, isSubtle: true));
        }

        var button = CommandCard.ExecuteAlone(CommandTexts.Get("delivery.resend", culture), ResendNotice.Name, new JObject { ["concept"] = notice.Concept, ["notice"] = notice.Id });
        button.Tooltip = notice.Member is null ? null : CardText.Short(notice.Member.Name, 100);
        return CommandCard.Entry([.. lines, CommandCard.Buttons(button)]);
    }

    private static IEnumerable<AdaptiveElement> Lost(IReadOnlyList<ConversationDocument> lost, CommandContext context)
    {
        if (lost.Count == 0)
        {
            yield break;
        }

        var culture = context.Culture;
        yield return CardText.Section(CommandTexts.Get("delivery.conversations", culture));
        yield return CardText.Line(CommandTexts.Get("delivery.conversationHelp", culture), isSubtle: true);
        foreach (var conversation in lost.Take(MaxConversations))
        {
            var kind = CommandTexts.Word("delivery.conversation", conversation.Kind, culture);
            yield return CommandCard.Entry(
                CommandCard.Strong(conversation.Name is { Length: > 0 } name ? CommandTexts.Format("delivery.conversation", culture, kind, name) : kind),
                CardText.Line(CommandTexts.Format("delivery.reason", culture, CardText.Short(conversation.Failure ?? string.Empty, 300))));
        }

        if (lost.Count > MaxConversations)
        {
            yield return CardText.Line(CommandTexts.Count("delivery.moreConversations", culture, lost.Count - MaxConversations), isSubtle: true);
        }
    }

    /// <summary>The names of groups and rounds on this page. What cannot be read any more is shown by its id.</summary>
    private async Task<Names> NamesAsync(IReadOnlyList<FailedNotice> notices, CommandContext context, CancellationToken cancellationToken)
    {
        var concepts = notices.Where(notice => notice.Group is not null).Select(notice => notice.Concept).Distinct().ToList();
        var rounds = notices.Where(notice => notice.Round is not null).Select(notice => (notice.Concept, Round: notice.Round!)).Distinct().ToList();
        var groupAnswers = concepts.Select(concept => api.GroupsAsync(concept, context.Actor, cancellationToken)).ToList();
        var roundAnswers = rounds.Select(round => api.RoundAsync(round.Concept, round.Round, context.Actor, cancellationToken)).ToList();
        await Task.WhenAll([.. groupAnswers, .. roundAnswers]);
        var names = new Names([], []);
        foreach (var answer in groupAnswers)
        {
            foreach (var group in (await answer).TryGet(out var groups, out _) ? groups : [])
            {
                names.Groups[(group.Concept, group.Id)] = group.Name;
            }
        }

        foreach (var (round, answer) in rounds.Zip(roundAnswers))
        {
            if ((await answer).TryGet(out var read, out _))
            {
                names.Rounds[round] = read.Title;
            }
        }

        return names;
    }

    private sealed record Names(Dictionary<(string Concept, string Group), string> Groups, Dictionary<(string Concept, string Round), string> Rounds);
}

/// <summary>Handles <c>notice.resend</c>: one notice, or all that failed. That the person may do it is for the API to say.</summary>
internal sealed class ResendNotice(ConceptsApi api) : ICardAction
{
    public const string Name = "notice.resend";

    private const string All = "*";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var concepts = context.Text("concept") is { Length: > 0 } one ? [one] : context.Choices("concepts");
        if (concepts.Count == 0)
        {
            return new CardReply.Message(CommandTexts.Get("delivery.nothing", context.Culture));
        }

        foreach (var concept in concepts)
        {
            var notice = context.Text("concept") is null ? All : context.Text("notice") ?? string.Empty;
            if (!(await api.ResendAsync(concept, notice, context.Actor, cancellationToken)).TryGet(out _, out var problem))
            {
                return new CardReply.Message(ProblemTexts.For(problem, context.Culture));
            }
        }

        var text = CommandTexts.Get(context.Text("concept") is null ? "delivery.resentAll" : "delivery.resentOne", context.Culture);
        var card = CommandCard.Of(CommandTexts.Get("delivery.resentTitle", context.Culture), text, context.Culture, CardText.Paragraph(text));
        card.Actions = [CommandCard.Run(CommandTexts.Get("delivery.again", context.Culture), "zustellung")];
        return CommandCard.Reply(card);
    }
}
