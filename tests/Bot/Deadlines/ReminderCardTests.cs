using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Testing;
using Insek.Office.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>What each reminder looks like, and what it asks.</summary>
public sealed class ReminderCardTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    public static TheoryData<string> Names => [.. _cards.Keys];

    private static readonly Dictionary<string, Func<Task<AdaptiveCard>>> _cards = new()
    {
        ["digest"] = () => Task.FromResult(DigestCard.Of(Due.Full, 0, DeadlineBot.German)),
        ["digest-done"] = () => Task.FromResult(DigestCard.Of(Due.Digest(Due.Done), 0, DeadlineBot.German, "Erledigt: „Beschluss“.")),
        ["digest-english"] = () => Task.FromResult(DigestCard.Of(Due.Full, 0, DeadlineBot.English)),
        ["digest-long"] = () => Task.FromResult(DigestCard.Of(Long(40), 1, DeadlineBot.German)),
        ["overview"] = () => Task.FromResult(OverviewCard.Of(Due.Overview, 0, DeadlineBot.German)),
        ["overview-english"] = () => Task.FromResult(OverviewCard.Of(Due.Overview, 0, DeadlineBot.English)),
        ["overview-nothing"] = () => Task.FromResult(OverviewCard.Of(Quiet, 0, DeadlineBot.German)),
        ["escalation"] = () => Task.FromResult(EscalationCard.Of(Due.Escalation, DeadlineBot.German)),
        ["escalation-english"] = () => Task.FromResult(EscalationCard.Of(Due.Escalation, DeadlineBot.English)),
        ["escalation-overdue"] = () => Task.FromResult(EscalationCard.Of(Due.Escalation with { Why = "overdue", MayManage = false }, DeadlineBot.German)),
        ["escalation-settled"] = () => Task.FromResult(EscalationCard.Of(Due.Escalation with { Why = "settled", MayManage = false, Missing = [], Standing = new RoundStanding(4, 4, 50, HasQuorum: true) }, DeadlineBot.German)),
        ["round-reminder"] = () => Task.FromResult(RoundCalls.Reminder(Sample.Round(), Sample.Ballot(Sample.Round()), DeadlineBot.German)),
        ["round-reminder-english"] = () => Task.FromResult(RoundCalls.Reminder(Sample.Round(), Sample.Ballot(Sample.Round()), DeadlineBot.English)),
        ["round-reminder-cast"] = () => Task.FromResult(RoundCalls.Reminder(Sample.Round(), Sample.Cast(Sample.Round()), DeadlineBot.German)),
        ["round-reminder-paused"] = () => Task.FromResult(RoundCalls.Reminder(Sample.Round() with { State = "paused", PausedFor = "groupEmpty" }, Sample.Ballot(Sample.Round()), DeadlineBot.German)),
        ["round-reminder-ended"] = () => Task.FromResult(RoundCalls.Reminder(Sample.Closed(), Sample.Ballot(Sample.Closed()), DeadlineBot.German)),
        ["round-paused"] = () => Task.FromResult(RoundCalls.Paused(Sample.Round() with { State = "paused", PausedFor = "groupEmpty", PausedAt = Sample.CastAt }, DeadlineBot.German)),
        ["round-paused-english"] = () => Task.FromResult(RoundCalls.Paused(Sample.Round() with { State = "paused", PausedFor = "groupGone", PausedAt = Sample.CastAt }, DeadlineBot.English)),
        ["round-paused-steering"] = () => Task.FromResult(RoundCalls.Paused(Sample.Round() with { State = "closing", PausedFor = "noSteeringGroup", PausedAt = Sample.CastAt }, DeadlineBot.German)),
        ["round-goes-on"] = () => Task.FromResult(RoundCalls.Paused(Sample.Round(), DeadlineBot.German)),
        ["progress"] = () => Task.FromResult(ProgressCards.All(Due.Questions, 0, DeadlineBot.German)),
        ["progress-english"] = () => Task.FromResult(ProgressCards.All(Due.Questions, 0, DeadlineBot.English)),
        ["progress-question"] = () => Asked(DeadlineVerbs.AskProgress, new JObject { ["quarter"] = "2024-Q1", ["concept"] = Due.Torgau, ["measure"] = "verkehr-1-1" }),
        ["deadline"] = () => Asked(DeadlineVerbs.Show, Named("d-measure")),
        ["deadline-round"] = () => Asked(DeadlineVerbs.Show, Named("d-round")),
        ["deadline-move"] = () => Asked(DeadlineVerbs.Move, Named("d-measure")),
        ["deadline-move-others"] = () => Asked(DeadlineVerbs.Move, Named("d-council"), town => town.Change("d-council", deadline => deadline with { Owners = [Due.Roads], Actions = Due.Others })),
        ["deadline-hand-over"] = () => Asked(DeadlineVerbs.HandOver, Named("d-council")),
        ["deadline-hand-over-tenant"] = () => Asked(DeadlineVerbs.HandOver, Named("d-council"), searchesTenant: true),
        ["deadline-waive"] = () => Asked(DeadlineVerbs.Waive, Named("d-council"), town => town.Change("d-council", deadline => deadline with { Actions = Due.Others })),
        ["escalation-deputy"] = () => Asked(DeadlineVerbs.AskDeputy, new JObject { ["concept"] = Due.Torgau, ["round"] = "r1" }, isAdministrator: true),
        ["deadlines-mine"] = () => Typed("fristen"),
        ["deadlines-mine-english"] = () => Typed("deadlines", DeadlineBot.English),
        ["deadlines-found"] = () => Typed("fristen beschlus stadtrats"),
        ["deputy"] = () => Typed("stellvertretung"),
        ["deputy-english"] = () => Typed("deputy", DeadlineBot.English),
        ["reminders"] = () => Typed("erinnerungen"),
        ["calendar"] = () => Asked(DeadlineVerbs.ShowCalendar, []),
        ["calendar-made"] = () => Asked(DeadlineVerbs.RenewCalendar, []),
    };

    private static OverviewView Quiet => Due.Overview with { Concepts = [], FailedNotices = [], FailedNoticesCount = 0, Unreachable = [], UnreachableCount = 0 };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reminder_is_as_it_was_accepted_and_says_itself(string name)
    {
        var card = await _cards[name]();

        // The port of the loopback API is another each time.
        Snapshot.Match(System.Text.RegularExpressions.Regex.Replace(Shown.Json(card), "127.0.0.1:[0-9]+", "127.0.0.1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), $"{name}.json");
        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.InRange(card.Actions.Count, 0, 6);
        Assert.True(Shown.Bytes(card) <= Shown.Limit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reminder_is_right_and_without_barriers_wherever_it_is_shown(string name) => await Shown.RenderAsync(renderer, await _cards[name](), name);

    [Fact]
    public void A_digest_of_any_length_loses_nothing_and_fits_into_messages()
    {
        var digest = Long(120);
        var (texts, pages) = (new List<string>(), 0);
        for (; ; pages++)
        {
            var card = DigestCard.Of(digest, pages, DeadlineBot.German);
            Assert.True(Shown.Bytes(card) <= Shown.Limit);
            texts.Add(Shown.Text(card));
            if (!Shown.Buttons(card).Contains("Nächste Seite"))
            {
                break;
            }
        }

        Assert.InRange(pages, 5, 60);
        Assert.All(Enumerable.Range(0, 120), number => Assert.Contains(texts, text => text.Contains($"Nr. {number} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(-1, false, "Überfällig seit 1 Tag (fällig war So., 17.03.2024)")]
    [InlineData(-3, false, "Überfällig seit 3 Tagen (fällig war Fr., 15.03.2024)")]
    [InlineData(0, false, "Heute fällig: Mo., 18.03.2024")]
    [InlineData(0, true, "Überfällig seit heute (fällig war Mo., 18.03.2024)")]
    [InlineData(1, false, "Morgen fällig: Di., 19.03.2024")]
    [InlineData(2, false, "In 2 Tagen fällig: Mi., 20.03.2024")]
    public void How_long_there_is_is_said_in_words(int days, bool isPast, string expected)
    {
        var deadline = Due.Deadline("d", "Titel", days);

        Assert.Equal(expected, DeadlineTexts.When(deadline with { Overdue = isPast || days < 0 }, DeadlineBot.German));
    }

    [Fact]
    public void A_digest_of_one_thing_is_announced_by_its_name() => Assert.Equal(
        "Beschluss des Stadtrats über das INSEK. In 2 Tagen fällig: Mi., 20.03.2024", DigestCard.Notification(Due.Digest(Due.Council, Due.Done), DeadlineBot.German));

    private static DigestView Long(int count) => Due.Digest([.. Enumerable.Range(0, count).Select(number =>
        Due.Deadline($"d-{number}", $"Frist Nr. {number} für {new string('ß', 60)} und {string.Join(' ', Enumerable.Repeat("Barrierefreiheit", 20))}", number))]);

    private static JObject Named(string deadline) => new() { ["concept"] = Due.Torgau, ["deadline"] = deadline, ["list"] = "digest", ["of"] = "2024-03-18" };

    private static async Task<AdaptiveCard> Asked(string verb, JObject data, Action<DeadlineTown>? given = null, bool isAdministrator = false, bool searchesTenant = false)
    {
        await using var town = await DeadlineTown.StartAsync(isAdministrator);
        await using var bot = new DeadlineBot(town.Address, searchesTenant);
        given?.Invoke(town);
        return Assert.IsType<CardReply.Card>(await bot.SendAsync(verb, data)).Content;
    }

    private static async Task<AdaptiveCard> Typed(string text, System.Globalization.CultureInfo? culture = null)
    {
        await using var town = await DeadlineTown.StartAsync();
        await using var bot = new DeadlineBot(town.Address);
        return Assert.IsType<CardReply.Card>(await bot.TypeAsync(text, culture: culture)).Content;
    }
}
