using System.Globalization;
using System.Net.Http.Headers;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Tests.Host;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Bot.Tests.Api;

/// <summary>An API that misbehaves: what is repeated, what is not, and what the caller hears.</summary>
public sealed class ApiOutageTests
{
    private static readonly ApiCall _named = ApiCall.AsBot with { Operation = "op-1" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_repeated_with_the_same_body_and_operation(int status)
    {
        await using var api = await LoopbackApi.StartAsync((context, index) =>
        {
            context.Response.Headers.RetryAfter = "0";
            return LoopbackApi.AnswerAsync(context, index < 2 ? status : 200, "{}");
        });
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.PostAsync($"api/notices/ack", Nothing.Here, Nothing.Json, Nothing.Json, _named, Cancellation);

        Assert.True(answer.TryGet(out _, out _));
        Assert.Equal(["{}", "{}", "{}"], api.Calls.Select(call => call.Body));
        Assert.All(api.Calls, call => Assert.Equal("op-1", call.Header("Insek-Operation")));
    }

    [Fact]
    public async Task What_was_not_named_is_posted_once_and_what_changes_nothing_is_repeated()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) => LoopbackApi.AnswerAsync(context, 503));
        await using var bot = new BotServices(api.Address);

        var posted = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.PostAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));
        await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Equal((503, "http-503"), (posted.Status, posted.Code));
        Assert.Equal(["POST", "GET", "GET", "GET", "GET"], api.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_retry_after_beyond_patience_fails_at_once_and_says_when()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return LoopbackApi.AnswerAsync(context, 429);
        });
        await using var bot = new BotServices(api.Address);

        var outage = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Equal((429, TimeSpan.FromHours(1)), (outage.Status, outage.RetryAfter));
        Assert.Single(api.Calls);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_lost_race_is_the_caller_s_to_read_again_unless_it_says_otherwise(bool repeats, int expectedCalls)
    {
        await using var api = await LoopbackApi.StartAsync((context, index) => LoopbackApi.AnswerAsync(context, index == 0 ? 412 : 200, "{}"));
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.PostAsync($"api/x", Nothing.Json, _named with { RepeatsRaces = repeats }, Cancellation);

        Assert.Equal(repeats ? null : 412, answer.Problem?.Status);
        Assert.Equal(expectedCalls, api.Calls.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_repeated_and_so_is_a_body_cut_short()
    {
        await using var api = await LoopbackApi.StartAsync(async (context, index) =>
        {
            if (index == 0)
            {
                context.Abort();
                return;
            }

            if (index == 1)
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return;
            }

            await LoopbackApi.AnswerAsync(context, 200, "{}");
        });
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.True(answer.TryGet(out _, out _));
        Assert.Equal(3, api.Calls.Count);
    }

    [Fact]
    public async Task Nobody_there_is_an_outage()
    {
        var api = await LoopbackApi.StartAsync(200, "{}");
        await api.DisposeAsync();
        await using var bot = new BotServices(api.Address);

        var outage = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Null(outage.Status);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_repeated()
    {
        await using var api = await LoopbackApi.StartAsync(async (context, index) =>
        {
            if (index == 0)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await LoopbackApi.AnswerAsync(context, 200, "{}");
        });
        await using var bot = new BotServices(api.Address, new Dictionary<string, string?> { ["Api:AttemptTimeout"] = "00:00:00.5" });

        var answer = await bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.True(answer.TryGet(out _, out _));
        Assert.Equal(2, api.Calls.Count);
    }

    [Fact]
    public async Task An_api_that_always_hangs_is_an_outage_within_the_time_for_the_whole()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var bot = new BotServices(api.Address, new Dictionary<string, string?> { ["Api:TotalTimeout"] = "00:00:00.5" });

        await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task A_caller_who_gives_up_hears_that_and_no_outage()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var api = await LoopbackApi.StartAsync(async (context, _) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var bot = new BotServices(api.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, caller.Token));

        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task A_failing_api_is_left_alone_after_ten_failures()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) => LoopbackApi.AnswerAsync(context, 500));
        await using var bot = new BotServices(api.Address, new Dictionary<string, string?> { ["Api:MaxRetries"] = "0" });

        var outages = new List<ApiUnavailableException>();
        for (var call = 0; call < 12; call++)
        {
            outages.Add(await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation)));
        }

        Assert.Equal(10, api.Calls.Count);
        Assert.All(outages[..10], outage => Assert.Equal(500, outage.Status));
        Assert.All(outages[10..], outage => Assert.NotNull(outage.RetryAfter));
    }

    [Fact]
    public async Task One_busy_concept_does_not_close_the_door_for_the_others()
    {
        await using var api = await LoopbackApi.StartAsync((context, index) =>
        {
            context.Response.Headers.RetryAfter = "0";
            return LoopbackApi.AnswerAsync(context, context.Request.Path == "/api/busy" ? 503 : 200, "{}");
        });
        await using var bot = new BotServices(api.Address, new Dictionary<string, string?> { ["Api:MaxRetries"] = "0" });
        for (var call = 0; call < 20; call++)
        {
            await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/busy", Nothing.Json, ApiCall.AsBot, Cancellation));
        }

        var answer = await bot.Client.GetAsync($"api/idle", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.True(answer.TryGet(out _, out _));
    }

    [Fact]
    public async Task The_log_names_failures_but_neither_tokens_nor_what_was_searched_for()
    {
        await using var api = await LoopbackApi.StartAsync((context, index) => LoopbackApi.AnswerAsync(context, index == 0 ? 503 : 200, "{}"));
        await using var bot = new BotServices(api.Address);
        var words = "Umgehungsstraße";

        await bot.Client.GetAsync($"api/search?q={words}", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.Contains("/api/search: attempt 1 failed (503)", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(api.Calls[0].Header("Authorization")!["Bearer ".Length..], bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Umgehung", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_never_shorter_than_the_answer_asks_for_and_otherwise_grows_to_a_limit()
    {
        await using var bot = new BotServices(new Uri("http://127.0.0.1:1/"), new Dictionary<string, string?> { ["Api:RetryDelay"] = "00:00:00.2" });
        var resilience = bot.Get<ApiResilience>();
        var now = DateTimeOffset.Parse("2026-03-01T12:00:00Z", CultureInfo.InvariantCulture);
        var cases = from seconds in Gen.Choose(0, 600)
                    from attempt in Gen.Choose(0, 40)
                    from spread in Gen.Choose(0, 1000)
                    from asDate in Gen.Elements(true, false)
                    select (Asked: TimeSpan.FromSeconds(seconds), Attempt: attempt, Spread: spread / 1000.0, AsDate: asDate);

        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(cases), with =>
        {
            using var answer = new HttpResponseMessage();
            answer.Headers.RetryAfter = with.AsDate ? new RetryConditionHeaderValue(now + with.Asked) : new RetryConditionHeaderValue(with.Asked);
            var asked = resilience.DelayAfter(answer, with.Attempt, now, with.Spread) - with.Asked;
            var own = resilience.DelayAfter(answer: null, with.Attempt, now, with.Spread);
            return asked >= TimeSpan.Zero && asked <= TimeSpan.FromSeconds(0.2)
                && own >= TimeSpan.FromSeconds(0.1) && own <= TimeSpan.FromSeconds(7.5);
        }));
    }
}
