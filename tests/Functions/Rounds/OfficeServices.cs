using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>A process's own services over the test run's storage, with a clock that stands still and, where wanted, something in the way to storage.</summary>
internal sealed class OfficeServices : IAsyncDisposable
{
    private readonly WebApplication _app;

    public OfficeServices(TestOffice office, DateTimeOffset now, HttpPipelinePolicy? way = null)
        : this(office, new StandingClock(now), "concepts", office.Directory, way)
    {
    }

    public OfficeServices(TestOffice office, TimeProvider clock, string table, TestDirectory directory, HttpPipelinePolicy? way = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = office.Storage.ConnectionString,
            ["Directory:File"] = directory.FileName,
            ["Directory:LookEvery"] = "00:00:00",
            ["Rounds:WaitForOpening"] = "00:01:00",
        });
        builder.Services.AddSingleton(clock);
        builder.AddStorage().AddDirectory().AddNotices().AddRounds().AddDeadlines().AddReminders();

        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        if (way is not null)
        {
            options.AddPolicy(way, HttpPipelinePosition.PerRetry);
        }

        builder.Services.AddSingleton(new ConceptTable(new TableClient(office.Storage.ConnectionString, table, options)));
        _app = builder.Build();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>A process that is killed before its next call of storage: this one and every later one never leaves it.</summary>
internal sealed class DyingProcess(int calls) : HttpPipelinePolicy
{
    private int _made;

    /// <summary>Whether it wanted to make more calls than it lived for.</summary>
    public bool Died => _made > calls;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here is synchronous.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        Interlocked.Increment(ref _made) > calls ? throw new ProcessDiedException() : ProcessNextAsync(message, pipeline);
}

internal sealed class ProcessDiedException() : Exception("The process was killed here.");

/// <summary>A way to storage on which the answer to every write gets lost once, after storage has carried it out.</summary>
internal sealed class LossyWay : HttpPipelinePolicy
{
    private const string Lost = "lost-once";

    public int Losses { get; private set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here is synchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method != RequestMethod.Get && !message.TryGetProperty(Lost, out _))
        {
            message.SetProperty(Lost, true);
            Losses++;
            throw new IOException("The answer got lost.");
        }
    }
}
