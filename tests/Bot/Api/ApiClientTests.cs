using Insek.Office.Bot.Api;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Bot.Tests.Api;

/// <summary>What the client sends and how it reads answers.</summary>
public sealed class ApiClientTests
{
    private static readonly MemberId _member = new("00000000-0000-0000-0000-0000000000a1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_names_the_member_the_version_and_the_operation_and_carries_the_bot_s_token()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) =>
        {
            context.Response.Headers.ETag = "\"8\"";
            return LoopbackApi.AnswerAsync(context, 200, """{"key":"umwelt","name":"Umwelt"}""");
        });
        await using var bot = new BotServices(api.Address);
        var (concept, words) = ("insek-torgau", "Rad & Fuß/Weg?");

        var answer = await bot.Client.PutAsync(
            $"api/concepts/{concept}/sectors?q={words}",
            new SectorDocument { Key = "umwelt", Name = "Umwelt" },
            ContractsJson.Default.SectorDocument,
            ContractsJson.Default.SectorDocument,
            new ApiCall(_member) { IfMatch = "\"7\"", Operation = "op-1" },
            Cancellation);

        Assert.True(answer.TryGet(out var sector, out _));
        Assert.Equal(("Umwelt", "\"8\""), (sector.Name, answer.EntityTag));
        var call = Assert.Single(api.Calls);
        Assert.Equal(("PUT", "/api/concepts/insek-torgau/sectors?q=Rad%20%26%20Fu%C3%9F%2FWeg%3F"), (call.Method, call.Target));
        Assert.Equal((_member.Value, "\"7\"", "op-1"), (call.Header("Insek-Acting-Member"), call.Header("If-Match"), call.Header("Insek-Operation")));
        Assert.Contains("\"umwelt\"", call.Body, StringComparison.Ordinal);
        await AssertTokenAsync(call, bot.Key);
    }

    [Fact]
    public async Task The_bot_on_its_own_behalf_names_no_member_and_keeps_its_token()
    {
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        await using var bot = new BotServices(api.Address);

        await bot.Client.GetAsync($"api/notices", Nothing.Json, ApiCall.AsBot, Cancellation);
        await bot.Client.GetAsync($"api/notices", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.Null(api.Calls[0].Header("Insek-Acting-Member"));
        Assert.Equal(api.Calls[0].Header("Authorization"), api.Calls[1].Header("Authorization"));
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_is_an_outage_and_not_used_again()
    {
        await using var api = await LoopbackApi.StartAsync((context, index) => LoopbackApi.AnswerAsync(context, index == 0 ? 401 : 200, "{}"));
        await using var bot = new BotServices(api.Address);
        var refused = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/notices", Nothing.Json, ApiCall.AsBot, Cancellation));

        bot.LoseKey();
        var keyless = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/notices", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Equal(401, refused.Status);
        Assert.IsType<FileNotFoundException>(keyless.InnerException);
        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_with_code_and_extensions_and_is_not_repeated()
    {
        const string Problem = """{"type":"urn:insek:round-closed","title":"Conflict","status":409,"detail":"Round r1 is closed.","code":"round-closed","current":{"key":"umwelt","name":"Umwelt"}}""";
        await using var api = await LoopbackApi.StartAsync(409, Problem, "application/problem+json");
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.PostAsync($"api/rounds/r1/votes", Nothing.Json, new ApiCall(_member) { Operation = "op-1" }, Cancellation);

        Assert.False(answer.TryGet(out _, out var problem));
        Assert.Equal((409, "round-closed", "Round r1 is closed."), (problem.Status, problem.Code, problem.Detail));
        Assert.Equal("Umwelt", problem.Extension("current", ContractsJson.Default.SectorDocument)?.Name);
        Assert.Null(problem.Extension("former", ContractsJson.Default.SectorDocument));
        Assert.Single(api.Calls);
    }

    [Theory]
    [InlineData("<html>no such page</html>", "text/html")]
    [InlineData("{\"code\":", "application/problem+json")]
    [InlineData("[1]", "application/problem+json")]
    [InlineData("", "application/json")]
    public async Task A_refusal_without_problem_details_gets_a_code_of_its_status(string body, string type)
    {
        await using var api = await LoopbackApi.StartAsync(404, body, type);
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.GetAsync($"api/concepts/nowhere", ContractsJson.Default.ConceptView, ApiCall.AsBot, Cancellation);

        Assert.Equal((404, "http-404"), (answer.Problem?.Status, answer.Problem?.Code));
    }

    [Theory]
    [InlineData("{\"key\":\"um")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html></html>")]
    public async Task A_success_that_cannot_be_read_is_an_outage(string body)
    {
        await using var api = await LoopbackApi.StartAsync(200, body);
        await using var bot = new BotServices(api.Address);

        await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", ContractsJson.Default.SectorDocument, ApiCall.AsBot, Cancellation));
    }

    [Fact]
    public async Task An_empty_answer_is_enough_where_nothing_is_expected()
    {
        await using var api = await LoopbackApi.StartAsync((context, _) => LoopbackApi.AnswerAsync(context, 204));
        await using var bot = new BotServices(api.Address);

        var answer = await bot.Client.DeleteAsync($"api/bindings/b1", Nothing.Json, ApiCall.AsBot, Cancellation);

        Assert.True(answer.TryGet(out _, out _));
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var elsewhere = await LoopbackApi.StartAsync(200, "{}");
        await using var api = await LoopbackApi.StartAsync((context, _) =>
        {
            context.Response.Redirect(elsewhere.Address.ToString());
            return Task.CompletedTask;
        });
        await using var bot = new BotServices(api.Address);

        var outage = await Assert.ThrowsAsync<ApiUnavailableException>(() => bot.Client.GetAsync($"api/x", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Equal(302, outage.Status);
        Assert.Empty(elsewhere.Calls);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task A_path_that_leads_elsewhere_is_refused_before_anything_is_sent(string id)
    {
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        await using var bot = new BotServices(api.Address);

        await Assert.ThrowsAsync<UriFormatException>(() => bot.Client.GetAsync($"api/concepts/{id}", Nothing.Json, ApiCall.AsBot, Cancellation));

        Assert.Empty(api.Calls);
    }

    private static async Task AssertTokenAsync(Received call, byte[] key)
    {
        var token = call.Header("Authorization")!["Bearer ".Length..];
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "insek-office-dev",
            ValidAudience = "insek-office-api",
            IssuerSigningKey = new SymmetricSecurityKey(key),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RoleClaimType = "roles",
        });
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        Assert.True(checkedToken.ClaimsIdentity.HasClaim("roles", "Bot"));
        Assert.Equal("bot", checkedToken.Claims["sub"]);
        Assert.True(checkedToken.SecurityToken.ValidTo - checkedToken.SecurityToken.ValidFrom <= TimeSpan.FromMinutes(10));
    }
}
