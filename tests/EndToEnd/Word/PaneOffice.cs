namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>Alone: it is a browser, the bot, the API and a storage at once.</summary>
[CollectionDefinition(nameof(PaneOffice), DisableParallelization = true)]
public sealed class PaneDefinition : ICollectionFixture<PaneOffice>;

/// <summary>What <c>up</c> starts, with somebody in front of the pane who has no Word.</summary>
public sealed class PaneOffice : IAsyncLifetime
{
    private readonly LocalFolder _local = new();
    private DevRun? _up;

    /// <summary>The pane's address as <c>up</c> prints it, token included.</summary>
    internal Uri Page { get; private set; } = new("about:blank");

    /// <summary>Where the API answers.</summary>
    internal Uri Api => new($"http://127.0.0.1:{_local.Ports}/");

    /// <summary>Who the address is for.</summary>
    internal string Token => Page.Fragment["#token=".Length..];

    internal Screens Screens { get; } = new("tabellen-");

    public async ValueTask InitializeAsync()
    {
        Screens.Begin();
        _up = DevRun.Start(_local.Up);
        await _up.ReadyAsync();
        Page = new Uri((await _up.LineAsync("Word ")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_up is not null)
        {
            await _up.DisposeAsync();
        }

        _local.Dispose();
    }
}
