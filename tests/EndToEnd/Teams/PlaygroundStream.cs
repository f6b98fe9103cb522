using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Listens to everything the bot says in the Playground: to the person in the page, in channels, and in the chats of others, which no page shows.</summary>
internal sealed class PlaygroundStream : IAsyncDisposable
{
    private const string Card = "application/vnd.microsoft.card.adaptive";

    /// <summary>Sending is paced, and this machine may be busy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly List<ShownCard> _cards = [];
    private readonly List<string> _texts = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    private PlaygroundStream()
    {
    }

    /// <summary>How many cards have come so far: to wait only for what comes after.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _cards.Count;
            }
        }
    }

    public static async Task<PlaygroundStream> ListenAsync(Uri address)
    {
        var stream = new PlaygroundStream();
        await stream._socket.ConnectAsync(new UriBuilder(new Uri(address, "_ws/log/stream")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        stream._reading = stream.ReadAsync();
        return stream;
    }

    /// <summary>Waits for a card, posted or updated.</summary>
    /// <param name="what">What is waited for, for people.</param>
    /// <param name="isIt">Whether a card is it; the newest of them counts.</param>
    /// <param name="after">How many cards to pass over; see <see cref="Count"/>.</param>
    public async Task<ShownCard> CardAsync(string what, Func<ShownCard, bool> isIt, int after = 0)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_cards.Skip(after).LastOrDefault(isIt) is { } card)
                {
                    return card;
                }

                more = _more.Task;
            }

            try
            {
                await more.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"{what} did not come within {Limit.TotalSeconds:0} s. What came instead:{Environment.NewLine}{this}");
            }
        }
    }

    /// <summary>In how many messages cards have come, however often each was updated.</summary>
    public int Messages(Func<ShownCard, bool> areThey)
    {
        lock (_gate)
        {
            return _cards.Where(areThey).DistinctBy(card => card.MessageId).Count();
        }
    }

    /// <summary>Everything that came, for messages of failed assertions.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join(Environment.NewLine, _cards.Select((card, index) => $"--- card {index} in {card.Conversation}, message {card.MessageId}{Environment.NewLine}{card}").Concat(_texts));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                if (read.MessageType is WebSocketMessageType.Close)
                {
                    return;
                }

                message.Write(buffer, 0, read.Count);
                if (read.EndOfMessage)
                {
                    Take(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The Playground has gone, or the test has ended; whoever waits runs out of time and says what came.
        }
    }

    private void Take(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("log", out var log) || !IsFromBot(log) || !log.GetProperty("request").TryGetProperty("body", out var body))
        {
            return;
        }

        lock (_gate)
        {
            foreach (var attachment in body.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray().Where(attachment => attachment.GetProperty("contentType").GetString() == Card) : [])
            {
                var message = log.GetProperty("messageId").GetString()!;
                _cards.Add(new ShownCard(attachment.GetProperty("content").Clone(), ConversationOf(log, message), message));
            }

            if (body.TryGetProperty("text", out var text))
            {
                _texts.Add($"--- text: {text}");
            }

            var told = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            told.SetResult();
        }
    }

    private static bool IsFromBot(JsonElement log) => log.TryGetProperty("from", out var from) && from.GetString() == "User Application" && log.TryGetProperty("request", out _);

    /// <summary>A new post in a channel begins a thread, which is the conversation of whoever clicks on it.</summary>
    private static string ConversationOf(JsonElement log, string message)
    {
        var conversation = log.GetProperty("conversationId").GetString()!;
        return conversation.EndsWith("@thread.tacv2", StringComparison.Ordinal) ? $"{conversation};messageid={message}" : conversation;
    }
}
