using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Insek.Office.Sdk.Tests.Network;

/// <summary>What the server does with one request, once it has read it.</summary>
internal delegate Task Answer(Socket connection, CancellationToken stopping);

/// <summary>A loopback server that answers its requests one after another as it was told, well or badly; the last answer repeats.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<Answer> answers;
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Task accepting;
    private int _connections;
    private Answer _last;

    public ScriptedServer(params Answer[] answers)
    {
        this.answers = new(answers);
        _last = answers[^1];
        listener.Start();
        accepting = AcceptAsync();
    }

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public int Connections => Volatile.Read(ref _connections);

    public Uri Endpoint => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/account"));

    /// <summary>An answer with a body.</summary>
    public static Answer Text(int status, string body, params string[] headers) => (connection, stopping) =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\nContent-Length: {bytes.Length}\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}\r\n");

        return SendAsync(connection, (byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes], stopping);
    };

    /// <summary>An answer without a body.</summary>
    public static Answer NoContent(params string[] headers) => (connection, stopping) =>
        SendAsync(connection, Encoding.ASCII.GetBytes($"HTTP/1.1 204 No Content\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}\r\n"), stopping);

    /// <summary>Breaks the connection without a word.</summary>
    public static Answer Reset() => (connection, _) =>
    {
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
        connection.Close();

        return Task.CompletedTask;
    };

    /// <summary>Never answers.</summary>
    public static Answer Silence() => (_, stopping) => Task.Delay(Timeout.Infinite, stopping);

    /// <summary>Promises a body and breaks the connection in its middle.</summary>
    public static Answer CutOff(string body, int status = 200) => async (connection, stopping) =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n");
        await SendAsync(connection, (byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes.AsSpan(0, bytes.Length / 2)], stopping);

        // The reader gets what was sent before the end.
        await Task.Delay(50, stopping);
        connection.Shutdown(SocketShutdown.Both);
        connection.Close();
    };

    public static async Task SendAsync(Socket connection, ReadOnlyMemory<byte> bytes, CancellationToken stopping)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await connection.SendAsync(bytes, stopping)..];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        await Task.WhenAll(connections);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await listener.AcceptSocketAsync(stopping.Token);
                _ = Interlocked.Increment(ref _connections);
                connections.Add(ServeAsync(connection));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var _ = connection;

        try
        {
            while (await ReceivedRequest.ReadAsync(connection, stopping.Token) is { } request)
            {
                Requests.Enqueue(request);
                _last = answers.TryDequeue(out var next) ? next : _last;
                await _last(connection, stopping.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client or the script ended the connection.
        }
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record ReceivedRequest(string RequestLine, Dictionary<string, string> Headers, string Body)
{
    /// <returns>Null when the client has closed the connection.</returns>
    public static async Task<ReceivedRequest?> ReadAsync(Socket connection, CancellationToken stopping)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        int headEnd;

        while ((headEnd = Encoding.ASCII.GetString([.. received]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            var read = await connection.ReceiveAsync(buffer, stopping);

            if (read == 0)
            {
                return null;
            }

            received.AddRange(buffer.AsSpan(0, read));
        }

        var lines = Encoding.ASCII.GetString([.. received[..headEnd]]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : 0;

        while (received.Count < headEnd + 4 + length)
        {
            received.AddRange(buffer.AsSpan(0, await connection.ReceiveAsync(buffer, stopping)));
        }

        return new(lines[0], headers, Encoding.UTF8.GetString([.. received[(headEnd + 4)..]]));
    }
}
