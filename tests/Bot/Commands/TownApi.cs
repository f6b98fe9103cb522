using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Contracts;
using Insek.Office.Testing;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>An API on loopback that serves Torgau's concept and whatever a test adds to it.</summary>
internal sealed class TownApi : IAsyncDisposable
{
    public const string Concept = "insek-torgau";

    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private LoopbackApi? _api;

    private TownApi()
    {
    }

    public static ConceptDocument Torgau { get; } =
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Repository.Root, "samples", "torgau", "concept.json")), ContractsJson.Default.ConceptDocument)!;

    public Uri Address => _api!.Address;

    public IReadOnlyList<Received> Calls => _api!.Calls;

    public static ConceptSummary Summary { get; } = new(Concept, "Torgau", Torgau.Concept.Title!, "draft");

    public static MemberView Administrator { get; } = new("00000000-0000-0000-0000-0000000000a0", "INSEK-Koordination, Stadtverwaltung");

    public static MemberView Chair { get; } = new("00000000-0000-0000-0000-0000000000a1", "AG Verkehr, Leitung");

    public static MemberView Member { get; } = new("00000000-0000-0000-0000-0000000000a2", "AG Verkehr, Tiefbauamt");

    public static GroupView Traffic { get; } = new()
    {
        Id = "ag-verkehr",
        Name = "Arbeitsgruppe Verkehr/Technische Infrastruktur",
        Kind = "workingGroup",
        Concept = Concept,
        Sectors = ["verkehr"],
        Chair = Chair,
        Members = [Administrator, Chair, Member, new("00000000-0000-0000-0000-0000000000a3", "AG Verkehr, Planungsbüro")],
    };

    public static GroupView Environment { get; } = new()
    {
        Id = "ag-umwelt",
        Name = "Arbeitsgruppe Umwelt/Klimaschutz",
        Kind = "workingGroup",
        Concept = Concept,
        Sectors = ["umwelt"],
        Chair = Administrator,
        Members = [Administrator],
    };

    public static GroupView Steering { get; } = new()
    {
        Id = "steuergruppe",
        Name = "Steuergruppe",
        Kind = "steeringGroup",
        Concept = Concept,
        Chair = new("00000000-0000-0000-0000-0000000000a4", "Steuergruppe, Leitung"),
        Members = [Administrator, new("00000000-0000-0000-0000-0000000000a4", "Steuergruppe, Leitung")],
    };

    public static async Task<TownApi> StartAsync()
    {
        var town = new TownApi();
        town._api = await LoopbackApi.StartAsync((context, _) => town.AnswerAsync(context));
        town.Me(administrator: false, [Traffic], Summary);
        town.Get("api/me/owed", [], ContractsJson.Default.IReadOnlyListOwedView);
        town.Get($"api/concepts/{Concept}/groups", [Traffic, Environment, Steering], ContractsJson.Default.IReadOnlyListGroupView);
        town.Get($"api/concepts/{Concept}/rounds", new Page<RoundSummary>([], 0, Continuation: null), ContractsJson.Default.PageRoundSummary);
        town.Get("api/bindings", [], ContractsJson.Default.IReadOnlyListBindingDocument);
        town.Serve(Torgau, Concept);
        return town;
    }

    /// <summary>Serves a whole concept.</summary>
    public TownApi Serve(ConceptDocument document, string concept, long version = 1)
    {
        Get($"api/concepts/{concept}", new ConceptView(document.Concept with { Id = concept }) { ContentVersion = version }, ContractsJson.Default.ConceptView);
        Get($"api/concepts/{concept}/sectors", document.Sectors, ContractsJson.Default.IReadOnlyListSectorDocument);
        Get($"api/concepts/{concept}/areas", document.Areas, ContractsJson.Default.IReadOnlyListAreaDocument);
        var at = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        IReadOnlyList<GoalView> goals = [.. document.Goals.Select(goal => new GoalView(goal) { Revision = 1, ChangedAt = at, State = goal.State ?? "draft" })];
        IReadOnlyList<MeasureView> measures = [.. document.Measures.Select(measure => new MeasureView(measure) { Revision = 1, ChangedAt = at, State = measure.State ?? "draft" })];
        Get($"api/concepts/{concept}/goals", new Page<GoalView>(goals, goals.Count, Continuation: null), ContractsJson.Default.PageGoalView);
        Get($"api/concepts/{concept}/measures", new Page<MeasureView>(measures, measures.Count, Continuation: null), ContractsJson.Default.PageMeasureView);
        foreach (var measure in measures)
        {
            Get($"api/concepts/{concept}/measures/{measure.Id}", measure, ContractsJson.Default.MeasureView);
        }

        return this;
    }

    public TownApi Me(bool administrator, IReadOnlyList<GroupView> groups, params IReadOnlyList<ConceptSummary> concepts) => Get(
        "api/me",
        new MeView { Id = administrator ? Administrator.Id : Chair.Id, Name = administrator ? Administrator.Name : Chair.Name, IsAdministrator = administrator, Groups = groups, Concepts = concepts },
        ContractsJson.Default.MeView);

    public TownApi Bind(string conversation, string group, string concept = Concept) =>
        Get("api/bindings", [new BindingDocument(conversation, concept, group)], ContractsJson.Default.IReadOnlyListBindingDocument);

    public TownApi Get<T>(string path, T body, JsonTypeInfo<T> type) => Answer($"GET /{path}", JsonSerializer.Serialize(body, type));

    public TownApi Post<T>(string path, T body, JsonTypeInfo<T> type) => Answer($"POST /{path}", JsonSerializer.Serialize(body, type));

    public TownApi Refuse(string call, int status, string code) => Answer(call, JsonSerializer.Serialize(new Dictionary<string, string> { ["code"] = code }), status);

    /// <param name="call">Method and path, such as "GET /api/me".</param>
    /// <param name="body">The answer.</param>
    /// <param name="status">The status.</param>
    public TownApi Answer(string call, string body, int status = 200)
    {
        _answers[call] = (status, body);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (status, body) = _answers.GetValueOrDefault($"{context.Request.Method} {context.Request.Path}", (404, """{"code":"not-found"}"""));
        return LoopbackApi.AnswerAsync(context, status, body, status < 400 ? "application/json" : "application/problem+json");
    }
}
