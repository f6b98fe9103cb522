using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Insek.Office.Dev.Office;

/// <summary>The local ports, one per process.</summary>
internal sealed record Ports(int Functions, int Azurite, int Bot, int Playground)
{
    /// <summary>Ports a base needs: itself and those that follow it.</summary>
    public const int Count = 4;

    /// <summary>How a base is shared out, for people.</summary>
    public const string Layout = "functions = BASE, Azurite = BASE+1, bot = BASE+2, Playground = BASE+3";

    /// <summary>The ports the Functions tools, Azurite, bots and the Playground are known by.</summary>
    public static Ports Usual { get; } = new(Functions: 7071, Azurite: 10002, Bot: 3978, Playground: 56150);

    public static Ports From(int first) => new(Functions: first, Azurite: first + 1, Bot: first + 2, Playground: first + 3);

    /// <summary>Ports the system has to give; nobody else is told them while we look.</summary>
    public static Ports Free()
    {
        var listeners = Enumerable.Range(0, Count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            var free = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
            return new Ports(free[0], free[1], free[2], free[3]);
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    /// <param name="withTeams">Whether the bot and its client are started too.</param>
    /// <exception cref="StepFailedException">At least one port is taken.</exception>
    public void EnsureFree(bool withTeams)
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(endpoint => endpoint.Port).ToHashSet();
        (string Name, int Port)[] wanted = [("the functions", Functions), ("Azurite", Azurite), ("the bot", Bot), ("the Playground", Playground)];
        var messages = (withTeams ? wanted : wanted[..2])
            .Where(port => listening.Contains(port.Port) || !CanBind(port.Port))
            .Select(port => $"Port {port.Port}, wanted for {port.Name}, is taken.")
            .ToList();

        if (messages.Count > 0)
        {
            throw new StepFailedException(
                $"{string.Join(' ', messages)} Stop what uses it, or move all ports: --ports BASE ({Layout}). Nothing was started.");
        }
    }

    /// <summary>Also finds ports that nobody listens on but the system keeps for itself.</summary>
    private static bool CanBind(int port)
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
