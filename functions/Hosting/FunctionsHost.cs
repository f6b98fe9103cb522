using System.Globalization;
using System.Net;

namespace Insek.Office.Functions.Hosting;

/// <summary>What the Azure Functions host tells a custom handler (https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers).</summary>
internal static class FunctionsHost
{
    private const string PortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Headers that a call from outside carries on its way through the platform and that the host's own call never has.</summary>
    private static readonly string[] _publicHeaders =
        ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "X-Original-Host", "X-ARR-LOG-ID", "X-ARR-SSL", "X-Client-IP", "X-Azure-ClientIP", "CLIENT-IP", "DISGUISED-HOST", "WAS-DEFAULT-HOSTNAME", "Forwarded", "Via"];

    /// <summary>The port on which the host expects the handler; null where no host started it.</summary>
    /// <exception cref="InvalidOperationException">The variable holds no port.</exception>
    public static int? Port => Environment.GetEnvironmentVariable(PortVariable) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort => port,
        var text => throw new InvalidOperationException($"{PortVariable} is '{text}', which is no port."),
    };

    /// <summary>Whether the host itself calls, to fire a timer.</summary>
    /// <remarks>
    /// The host decodes a forwarded path twice, so <c>/api/%252e%252e/SweepImports</c> from outside arrives here as <c>/SweepImports</c>.
    /// But then it keeps the caller's Host and the platform's headers, and the body is not a timer's.
    /// </remarks>
    public static bool Calls(HttpContext context) =>
        Port is { } port
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && context.Request.Host.Value == string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")
        && !_publicHeaders.Any(context.Request.Headers.ContainsKey);
}
