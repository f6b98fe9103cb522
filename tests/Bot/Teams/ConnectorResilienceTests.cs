using System.Net;
using Insek.Office.Bot.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Polly;
using Polly.Timeout;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>What may be sent to Teams again, and what a refusal means.</summary>
public sealed class ConnectorResilienceTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(412, true, true)]
    [InlineData(429, true, true)]
    [InlineData(503, true, true)]
    [InlineData(500, false, true)]
    [InlineData(502, false, true)]
    [InlineData(504, false, true)]
    [InlineData(400, false, false)]
    [InlineData(403, false, false)]
    [InlineData(201, false, false)]
    public void A_post_is_repeated_only_where_nothing_was_posted(int status, bool post, bool update)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);

        Assert.Equal((post, update), (ConnectorResilience.MayRepeat(HttpMethod.Post, Outcome.FromResult(answer)), ConnectorResilience.MayRepeat(HttpMethod.Put, Outcome.FromResult(answer))));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public void A_post_is_repeated_where_no_connection_came_about(HttpRequestError error, bool expected) =>
        Assert.Equal(expected, ConnectorResilience.MayRepeat(HttpMethod.Post, Outcome.FromException<HttpResponseMessage>(new HttpRequestException(error))));

    [Fact]
    public void A_post_whose_time_ran_out_is_not_repeated_and_an_update_is()
    {
        var late = Outcome.FromException<HttpResponseMessage>(new TimeoutRejectedException());

        Assert.False(ConnectorResilience.MayRepeat(HttpMethod.Post, late));
        Assert.True(ConnectorResilience.MayRepeat(HttpMethod.Put, late));
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", ConnectorFailureKind.ConversationGone)]
    [InlineData(404, "ConversationNotFound", ConnectorFailureKind.ConversationGone)]
    [InlineData(403, "Forbidden", ConnectorFailureKind.Refused)]
    [InlineData(404, null, ConnectorFailureKind.Refused)]
    [InlineData(400, "BadSyntax", ConnectorFailureKind.Refused)]
    [InlineData(413, null, ConnectorFailureKind.TooLarge)]
    [InlineData(429, null, ConnectorFailureKind.Passing)]
    [InlineData(502, null, ConnectorFailureKind.Passing)]
    public void A_refusal_is_read_by_status_and_code(int status, string? code, object kind)
    {
        var failure = ConnectorFailure.Of(Refusal(status, code), _now);

        Assert.Equal(kind, failure?.Kind);
        Assert.Contains($"{status}", failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Sun, 22 Nov 2026 09:01:00 GMT", 60)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_after_is_read_in_both_forms(string? header, int? seconds) =>
        Assert.Equal(seconds is { } expected ? TimeSpan.FromSeconds(expected) : null, ConnectorFailure.Of(Refusal(429, null, header), _now)?.RetryAfter);

    [Fact]
    public void A_mistake_of_ours_is_not_blamed_on_teams() => Assert.Null(ConnectorFailure.Of(new InvalidOperationException(), _now));

    private static ErrorResponseException Refusal(int status, string? code, string? retryAfter = null)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return new ErrorResponseException("refused") { Response = new HttpResponseMessageWrapper(answer, ""), Body = new ErrorResponse(new Error(code, "")) };
    }
}
