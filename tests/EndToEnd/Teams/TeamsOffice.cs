namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Alone: it is a browser, a Teams client, a bot, an API and a storage at once. A collection, because its fixture needs the programs built by the assembly's.</summary>
[CollectionDefinition(nameof(TeamsOffice), DisableParallelization = true)]
public sealed class TeamsDefinition : ICollectionFixture<TeamsOffice>;

/// <summary>What <c>up</c> starts, with somebody in front of it.</summary>
public class TeamsOffice : IAsyncLifetime
{
    private readonly LocalFolder _local = new();
    private readonly string[] _further;
    private readonly string _pictures;
    private DevRun? _up;
    private PlaygroundPage? _page;
    private PlaygroundStream? _stream;
    private PlaygroundClient? _others;
    private OfficeApi? _api;

    public TeamsOffice()
        : this("")
    {
    }

    /// <summary>Starts otherwise.</summary>
    /// <param name="pictures">Begins the names of the pictures.</param>
    /// <param name="further">Further arguments of <c>up</c>.</param>
    private protected TeamsOffice(string pictures, params string[] further) => (_pictures, _further) = (pictures, further);

    /// <summary>The Playground in front of the coordination.</summary>
    internal PlaygroundPage Page => _page ?? throw new InvalidOperationException("Nothing has been started.");

    /// <summary>What the bot says, to whomever.</summary>
    internal PlaygroundStream Stream => _stream ?? throw new InvalidOperationException("Nothing has been started.");

    /// <summary>The Playground for everybody else.</summary>
    internal PlaygroundClient Others => _others ?? throw new InvalidOperationException("Nothing has been started.");

    /// <summary>Data, key, logs and ports of this run.</summary>
    private protected LocalFolder Local => _local;

    internal OfficeApi Api => _api ?? throw new InvalidOperationException("Nothing has been started.");

    public virtual async ValueTask InitializeAsync()
    {
        _up = DevRun.Start([.. _local.Up, .. _further]);
        await _up.ReadyAsync();
        var playground = new Uri($"http://localhost:{_local.Ports + 3}/");
        _others = new PlaygroundClient(playground);
        _stream = await PlaygroundStream.ListenAsync(playground);
        _api = await OfficeApi.OpenAsync(new Uri($"http://localhost:{_local.Ports}/"), _local.Path);
        _page = await PlaygroundPage.OpenAsync(playground, new Screens(_pictures));
    }

    public async ValueTask DisposeAsync()
    {
        KeepLogs();
        foreach (var part in (IAsyncDisposable?[])[_page, _stream, _up])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        _others?.Dispose();
        _api?.Dispose();
        _local.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>For whoever has to find out why a run failed.</summary>
    private void KeepLogs()
    {
        var target = Directory.CreateDirectory(Path.Combine(Checkout.Root, "out", "logs")).FullName;
        File.WriteAllText(Path.Combine(target, $"{_pictures}cards.txt"), _stream?.ToString());
        foreach (var log in Directory.EnumerateFiles(Path.Combine(_local.Path, "logs")))
        {
            File.Copy(log, Path.Combine(target, $"{_pictures}{Path.GetFileName(log)}"), overwrite: true);
        }
    }
}
