namespace Insek.Office.EndToEnd.Tests;

/// <summary>Tests that look at one run of <c>demo</c>. A collection, because its fixture needs the functions built by the assembly's.</summary>
[CollectionDefinition(nameof(DemoOutput))]
public sealed class DemoDefinition : ICollectionFixture<DemoOutput>;

/// <summary>One run of <c>demo</c>, looked at from several sides.</summary>
public sealed class DemoOutput : IAsyncLifetime
{
    private readonly LocalFolder _local = new();

    /// <summary>Where it wrote its files.</summary>
    public string Folder => Path.Combine(_local.Path, "out");

    internal DevResult Result { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        await using var demo = DevRun.Start("demo", "--ports", $"{_local.Ports}", "--local", _local.Path, "--out", Folder);
        Result = await demo.EndAsync();
    }

    public ValueTask DisposeAsync()
    {
        _local.Dispose();
        return ValueTask.CompletedTask;
    }
}
