using System.Net;
using System.Net.Sockets;

namespace Insek.Office.EndToEnd.Tests;

public sealed class PortTests
{
    [Theory]
    [InlineData(0, "the functions")]
    [InlineData(1, "Azurite")]
    [InlineData(2, "the bot")]
    [InlineData(3, "the Playground")]
    public async Task A_taken_port_is_named_with_the_way_out_and_nothing_is_started(int offset, string owner)
    {
        using var local = new LocalFolder();
        using var taken = new TcpListener(IPAddress.Loopback, local.Ports + offset);
        taken.Start();

        await using var up = DevRun.Start(local.Up);
        var result = await up.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"Port {local.Ports + offset}, wanted for {owner}, is taken.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("--ports BASE", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Start", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(local.KeyFile));
    }
}
