using System.Net;
using System.Net.Sockets;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>Data, key and logs of one run, away from those of the developer, and ports nobody uses.</summary>
internal sealed class LocalFolder : IDisposable
{
    private const int FirstPort = 20000;
    private const int LastPort = 30000;
    private const int RowLength = 4;

    public string Path { get; } = Directory.CreateTempSubdirectory("insek-end-to-end-").FullName;

    /// <summary>The first of four free ports in a row: functions, emulator, bot, Playground.</summary>
    public int Ports { get; } = FreeRow();

    public string KeyFile => System.IO.Path.Combine(Path, "dev-key");

    public string[] Up => ["up", "--no-build", "--ports", $"{Ports}", "--local", Path];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static int FreeRow()
    {
        // Below the range the system hands out, so that no outgoing connection takes one meanwhile.
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            if (Enumerable.Range(port, RowLength).All(IsFree))
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
