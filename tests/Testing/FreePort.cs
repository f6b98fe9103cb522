using System.Net;
using System.Net.Sockets;

namespace Insek.Office.Testing;

/// <summary>Ports nobody listens on.</summary>
public static class FreePort
{
    /// <summary>A loopback port that was free a moment ago. Somebody may take it meanwhile, so that a server started on it can fail and be started on another.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
