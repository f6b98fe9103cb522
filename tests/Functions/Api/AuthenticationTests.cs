using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>Nothing but what is named open answers without a token, and every write asks for its role.</summary>
public sealed class AuthenticationTests(TestOffice office)
{
    private static readonly string[] _open = ["/api/health", "/api/ready", "/api/openapi.json", "/api/schemas/concept.json"];

    /// <summary>Needs a secret key instead of a token.</summary>
    private const string Feed = "/api/concepts/{concept}/deadlines.ics";

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Open_addresses_answer_without_a_token(string path)
    {
        var answer = await new OfficeClient(office.Functions.Client, null).GetAsync(path);

        Assert.Equal(200, answer.Status);
    }

    public static TheoryData<string> Open => [.. _open];

    // The OpenAPI document lists every route, so a new one cannot be forgotten here.
    [Fact]
    public async Task Every_other_operation_refuses_a_caller_without_a_token()
    {
        var nobody = new OfficeClient(office.Functions.Client, null);
        var document = (await nobody.GetAsync("/api/openapi.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject()
            .Where(path => !_open.Contains(path.Name) && path.Name != Feed)
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Path: path.Name, Method: method.Name)))
            .ToArray();

        Assert.True(operations.Length >= 15, $"Only {operations.Length} operations are described.");
        foreach (var (path, method) in operations)
        {
            var address = path.Replace("{concept}", "torgau", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{definition}", "overview", StringComparison.Ordinal).Replace("{format}", "json", StringComparison.Ordinal);
            var answer = await nobody.SendAsync(new HttpMethod(method.ToUpperInvariant()), address);
            Assert.True((answer.Status, answer.Code) == (401, "unauthenticated"), $"{method} {path}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task A_member_reads_and_writes_nothing()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        var member = office.As("Member");

        var read = await member.GetAsync($"/api/concepts/{concept}/measures");
        var recorded = await member.PostAsync($"/api/concepts/{concept}/measures", """{"sector":"verkehr","title":"Neu"}""");
        var imported = await office.As("Editor").ImportAsync(concept, "{}"u8.ToArray(), "application/json");
        var headed = await office.As("Editor").PutAsync($"/api/concepts/{concept}", """{"town":"M","title":"T"}""", ifMatch: "\"1\"");

        Assert.Equal(200, read.Status);
        Assert.Equal((403, "forbidden"), (recorded.Status, recorded.Code));
        Assert.Equal((403, "forbidden"), (imported.Status, imported.Code));
        Assert.Equal((403, "forbidden"), (headed.Status, headed.Code));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("other audience")]
    [InlineData("other key")]
    [InlineData("unknown role")]
    [InlineData("no token at all")]
    public async Task A_bad_token_lets_nobody_in(string flaw)
    {
        var token = flaw switch
        {
            "expired" => office.Tokens.Issue("Administrator", lifetime: TimeSpan.FromMinutes(-2)),
            "other audience" => office.Tokens.Issue("Administrator", audience: "somebody-else"),
            "other key" => office.Tokens.Issue("Administrator", key: new byte[32]),
            "unknown role" => office.Tokens.Issue("Owner"),
            _ => "garbage",
        };

        var answer = await new OfficeClient(office.Functions.Client, token).GetAsync("/api/concepts");

        Assert.Equal(flaw == "unknown role" ? 403 : 401, answer.Status);
    }

    [Fact]
    public async Task The_acting_person_comes_from_the_token_and_never_from_the_body()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));

        var faked = await office.As("Editor", "bert").PostAsync($"/api/concepts/{concept}/measures", """{"sector":"verkehr","title":"Neu","changedBy":"anna"}""");
        var honest = await office.As("Editor", "bert").PostAsync($"/api/concepts/{concept}/measures", """{"sector":"verkehr","title":"Neu"}""");

        Assert.Equal((400, "invalid-json"), (faked.Status, faked.Code));
        Assert.Equal("bert", honest.Json.GetProperty("changedBy").GetString());
    }
}
