using System.Net;
using System.Net.Sockets;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>Data, key and logs of one run, away from those of the developer, and ports nobody uses.</summary>
internal sealed class LocalFolder : IDisposable
{
    private const int FirstPort = 20000;
    private const int LastPort = 30000;

    public string Path { get; } = Directory.CreateTempSubdirectory("insek-end-to-end-").FullName;

    /// <summary>A free port whose successor is free too.</summary>
    public int Ports { get; } = FreePair();

    public string KeyFile => System.IO.Path.Combine(Path, "dev-key");

    public string[] Up => ["up", "--no-build", "--ports", $"{Ports}", "--local", Path];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static int FreePair()
    {
        // Below the range the system hands out, so that no outgoing connection takes one meanwhile.
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            if (IsFree(port) && IsFree(port + 1))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
