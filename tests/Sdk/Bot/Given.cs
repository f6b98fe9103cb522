using System.Security.Claims;
using Microsoft.Bot.Connector;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>What most tests begin with.</summary>
internal static class Given
{
    /// <summary>A client without authentication.</summary>
    public static Task<IConnectorClient> ConnectorAsync(string serviceUrl) =>
        BotHost.Authentication().CreateConnectorFactory(new ClaimsIdentity()).CreateAsync(serviceUrl, null, TestContext.Current.CancellationToken);
}
