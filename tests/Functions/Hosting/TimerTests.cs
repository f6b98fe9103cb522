using System.Net;
using System.Text;
using System.Text.Json;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>A timer is fired by the host and by nobody else.</summary>
public sealed class TimerTests(TestOffice office)
{
    private const string Payload = """
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},
         "Metadata":{"sys":{"MethodName":"SweepImports","UtcNow":"2026-11-22T12:00:00Z","RandGuid":"6a1d6e70-0000-4000-8000-000000000000"}}}
        """;

    [Fact]
    public async Task A_firing_of_the_host_is_answered_with_a_json_object()
    {
        using var answer = await FireAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(JsonValueKind.Object, body.RootElement.GetProperty("Outputs").ValueKind);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "insek.example")]
    [InlineData("X-ARR-LOG-ID", "6a1d6e70")]
    [InlineData("DISGUISED-HOST", "insek.example")]
    [InlineData("Via", "1.1 proxy")]
    public async Task A_call_that_came_through_the_platform_does_not_reach_it(string header, string value)
    {
        using var answer = await FireAsync(request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // The host decodes /api/%252e%252e/SweepImports twice and keeps the caller's Host: this is what arrives.
    [Fact]
    public async Task A_doubly_decoded_path_from_outside_does_not_reach_it()
    {
        using var answer = await FireAsync(request => request.Headers.Host = "insek.example");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_undecoded_form_of_such_a_path_is_no_timer_either()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/%252e%252e/SweepImports") { Content = Json(Payload) };
        using var answer = await office.Functions.Client.SendAsync(request, TestContext.Current.CancellationToken);

        // An address nobody knows asks for a token first, like every other.
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"Data":{},"Metadata":{"sys":{"MethodName":"Api"}}}""")]
    public async Task A_body_that_is_no_firing_of_this_timer_does_not_reach_it(string body)
    {
        using var answer = await FireAsync(request => request.Content = Json(body));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> FireAsync(Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/SweepImports") { Content = Json(Payload) };
        request.Headers.TransferEncodingChunked = true;
        change?.Invoke(request);
        return await office.Functions.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
