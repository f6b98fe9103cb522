using System.Text.Json.Nodes;
using Azure.Core;
using Insek.Office.Domain;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Functions.Tests.People;

/// <summary>A tenant whose people are in Graph: the loopback server, a mapping, a table of its own and a clock that the test moves.</summary>
internal sealed class GraphTenant : IAsyncDisposable
{
    private readonly TestOffice _office;
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private readonly string _mapping = Path.Combine(Path.GetTempPath(), $"insek-test-{Guid.NewGuid():N}.groups.json");
    private readonly List<WebApplication> _processes = [];

    private GraphTenant(TestOffice office, LoopbackGraph graph) => (_office, Graph) = (office, graph);

    public LoopbackGraph Graph { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public string MappingFile => _mapping;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town with a working group, a steering group and a group of administrators, each with the people named.</summary>
    public static async Task<GraphTenant> StartAsync(TestOffice office, params string[] members)
    {
        var tenant = new GraphTenant(office, await LoopbackGraph.StartAsync());
        tenant.Graph.Group("AG Verkehr", members.Length == 0 ? ["Anna", "Bert"] : members, owners: ["Anna"]);
        tenant.Graph.Group("Steuergruppe", ["Stefan", "Sabine"], owners: ["Stefan", "Sabine"]);
        tenant.Graph.Group("INSEK Verwaltung", ["Alma"]);
        tenant.Map(
            [LoopbackGraph.Id("INSEK Verwaltung")],
            Entry("ag-verkehr", "AG Verkehr", "WorkingGroup", ["verkehr"]),
            Entry("steuer", "Steuergruppe", "SteeringGroup", []));
        return tenant;
    }

    public static JsonObject Entry(string id, string group, string kind, string[] sectors, string? chair = null, string concept = "insek-muster") => new()
    {
        ["id"] = id,
        ["group"] = LoopbackGraph.Id(group),
        ["kind"] = kind,
        ["concept"] = concept,
        ["sectors"] = new JsonArray([.. sectors.Select(sector => JsonValue.Create(sector))]),
        ["chair"] = chair is null ? null : LoopbackGraph.Id(chair),
    };

    public void Map(string[] administrators, params JsonObject[] groups) => File.WriteAllText(_mapping, new JsonObject
    {
        ["administrators"] = new JsonArray([.. administrators.Select(id => JsonValue.Create(id))]),
        ["groups"] = new JsonArray([.. groups]),
    }.ToJsonString());

    /// <summary>A process of the tenant; what is not named in the settings is quick, so that tests are.</summary>
    public IServiceProvider Process(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = _office.Storage.ConnectionString,
            ["Storage:TableName"] = _table,
            ["Directory:Graph:MappingFile"] = _mapping,
            ["Directory:Graph:BaseUrl"] = Graph.Address.ToString(),
            ["Directory:Graph:TeamsApp"] = "11111111-2222-3333-4444-555555555555",
            ["Directory:Graph:RetryDelay"] = "00:00:00.001",
            ["Directory:Graph:Patience"] = "00:00:30",
            ["Directory:Graph:MaxRetries"] = "2",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Directory:Graph:{setting.Name}", (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddStorage().AddDirectory();
        builder.Services.AddSingleton<TokenCredential>(new KnownToken());
        var app = builder.Build();
        _processes.Add(app);
        return app.Services;
    }

    /// <summary>The published functions, which reach Graph by their managed identity.</summary>
    public Task<FunctionsProcess> PublishedAsync(bool withApp = true)
    {
        var settings = _office.Settings(_office.Storage);
        settings.Remove("Directory__File");
        settings["Storage__TableName"] = _table;
        settings["Directory__Graph__MappingFile"] = _mapping;
        settings["Directory__Graph__BaseUrl"] = Graph.Address.ToString();
        settings["Directory__Graph__RetryDelay"] = "00:00:00.001";
        if (withApp)
        {
            settings["Directory__Graph__TeamsApp"] = "11111111-2222-3333-4444-555555555555";
        }

        settings["IDENTITY_ENDPOINT"] = new Uri(Graph.Address, "/msi/token").ToString();
        settings["IDENTITY_HEADER"] = "of-this-app";
        return FunctionsProcess.StartAsync(settings);
    }

    /// <summary>The directory as a process reads it.</summary>
    public static async Task<TenantDirectory> ReadAsync(IServiceProvider process) => await process.GetRequiredService<IDirectory>().ReadAsync(Cancellation);

    public static IReadOnlyList<string> Names(TenantDirectory directory, string group = "ag-verkehr") =>
        [.. directory.Find(new GroupId(group))!.Members.Select(directory.NameOf).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Graph.DisposeAsync();
        File.Delete(_mapping);
    }

    private sealed class KnownToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("of-the-application", TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
