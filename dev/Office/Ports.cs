using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Insek.Office.Dev.Office;

/// <summary>The local ports, one per process.</summary>
internal sealed record Ports(int Functions, int Azurite)
{
    /// <summary>Ports a base needs: itself and those that follow it.</summary>
    public const int Count = 2;

    /// <summary>The ports the Functions tools and Azurite are known by.</summary>
    public static Ports Usual { get; } = new(Functions: 7071, Azurite: 10002);

    public static Ports From(int first) => new(Functions: first, Azurite: first + 1);

    /// <summary>Ports the system has to give; nobody else is told them while we look.</summary>
    public static Ports Free()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return new Ports(((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    /// <exception cref="StepFailedException">At least one port is taken.</exception>
    public void EnsureFree()
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(endpoint => endpoint.Port).ToHashSet();
        var taken = ((string Name, int Port)[])[("the functions", Functions), ("Azurite", Azurite)];
        var messages = taken
            .Where(port => listening.Contains(port.Port) || !CanBind(port.Port))
            .Select(port => $"Port {port.Port}, wanted for {port.Name}, is taken.")
            .ToList();

        if (messages.Count > 0)
        {
            throw new StepFailedException(
                $"{string.Join(' ', messages)} Stop what uses it, or move all ports: --ports BASE (functions = BASE, Azurite = BASE+1). Nothing was started.");
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
