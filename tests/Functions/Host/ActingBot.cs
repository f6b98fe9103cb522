using Insek.Office.Functions.Authentication;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>The bot's calls, on its own behalf or for a member.</summary>
internal static class ActingBot
{
    /// <summary>A client with the bot's token that names a member, or nobody.</summary>
    public static OfficeClient Bot(this TestOffice office, string? member = null, FunctionsProcess? functions = null) =>
        new(WithHeader(functions ?? office.Functions, Caller.ActingMemberHeader, member), office.Tokens.Issue("Bot", "the-bot"));

    /// <summary>A client that names its operation.</summary>
    public static OfficeClient As(this TestOffice office, string role, string member, string operation) =>
        new(WithHeader(office.Functions, "Insek-Operation", operation), office.Tokens.Issue(role, member));

    private static HttpClient WithHeader(FunctionsProcess functions, string name, string? value)
    {
        if (value is null)
        {
            return functions.Client;
        }

        var client = new HttpClient { BaseAddress = functions.Client.BaseAddress, Timeout = functions.Client.Timeout };
        client.DefaultRequestHeaders.Add(name, value);
        return client;
    }
}
