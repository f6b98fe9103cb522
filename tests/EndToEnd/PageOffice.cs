namespace Insek.Office.EndToEnd.Tests;

/// <summary>What <c>up</c> starts, with somebody in front of one of its pages.</summary>
/// <param name="line">Begins the line in which <c>up</c> prints the page's address.</param>
/// <param name="pictures">Begins the names of its pictures.</param>
public abstract class PageOffice(string line, string pictures) : IAsyncLifetime
{
    private readonly LocalFolder _local = new();
    private DevRun? _up;

    /// <summary>The page's address as <c>up</c> prints it, token included.</summary>
    internal Uri Page { get; private set; } = new("about:blank");

    /// <summary>Where the API answers.</summary>
    internal Uri Api => new($"http://127.0.0.1:{_local.Ports}/");

    /// <summary>Who the address is for.</summary>
    internal string Token => Page.Fragment["#token=".Length..];

    internal Screens Screens { get; } = new(pictures);

    public async ValueTask InitializeAsync()
    {
        Screens.Begin();
        _up = DevRun.Start(_local.Up);
        await _up.ReadyAsync();
        Page = new Uri((await _up.LineAsync(line)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_up is not null)
        {
            await _up.DisposeAsync();
        }

        _local.Dispose();
        GC.SuppressFinalize(this);
    }
}
