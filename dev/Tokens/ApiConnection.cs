using System.Net.Http.Headers;
using Insek.Office.Dev.Torgau;

namespace Insek.Office.Dev.Tokens;

/// <summary>Calls to a running API with a local token.</summary>
internal static class ApiConnection
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <param name="baseAddress">What the paths of requests follow.</param>
    /// <param name="key">The key of the running API.</param>
    /// <param name="member">Who acts.</param>
    /// <param name="role">As what: one of <see cref="DevelopmentToken.Roles"/>.</param>
    /// <param name="clock">From when on the token is valid.</param>
    public static HttpClient Open(Uri baseAddress, byte[] key, string member, string role, TimeProvider clock)
    {
        var http = new HttpClient { BaseAddress = baseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DevelopmentToken.Issue(key, member, [role], clock.GetUtcNow(), TokenLifetime));
        return http;
    }

    /// <exception cref="StepFailedException">The API refused; the details say why.</exception>
    public static async Task EnsureAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var request = answer.RequestMessage!;
        throw new StepFailedException(
            $"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}.", Problem.Explain(answer.Content.Headers.ContentType?.MediaType, body));
    }
}
