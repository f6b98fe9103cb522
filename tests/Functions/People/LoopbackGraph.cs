using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Insek.Office.Functions.Tests.People;

/// <summary>Microsoft Graph as far as we call it, on loopback: the shapes of its answers, its pages, batches and deltas, and its bad days.</summary>
internal sealed class LoopbackGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LoopbackGroup> _groups = [];
    private readonly Dictionary<string, JsonObject> _users = [];
    private readonly List<string> _changedGroups = [];
    private readonly List<string> _changedUsers = [];
    private readonly HashSet<(string Kind, string Target)> _installed = [];

    private LoopbackGraph(WebApplication app) => _app = app;

    /// <summary>What was asked, oldest first; requests within a batch stand after it.</summary>
    public ConcurrentQueue<GraphCall> Calls { get; } = new();

    public Uri Address => new($"{_app.Urls.Single()}/v1.0");

    /// <summary>How many entries a page holds, whatever $top asks for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Answers instead of the directory where it answers at all.</summary>
    public Func<GraphCall, GraphReply?> Interfere { get; set; } = _ => null;

    /// <summary>Leads every page of members back to itself.</summary>
    public bool GoesInCircles { get; set; }

    /// <summary>What the token before this number is not known any more.</summary>
    public int ForgetsBefore { get; set; }

    /// <summary>How it says that it does not know a token any more.</summary>
    public int ForgetsAs { get; set; } = 410;

    public static async Task<LoopbackGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new LoopbackGraph(app);
        app.Run(graph.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return graph;
    }

    public static string Id(string name) => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");

    /// <summary>Adds a person, or changes one.</summary>
    public string Person(string name, string? department = null, bool guest = false, bool enabled = true)
    {
        lock (_gate)
        {
            _users[Id(name)] = new JsonObject { ["id"] = Id(name), ["displayName"] = name, ["userType"] = guest ? "Guest" : "Member", ["department"] = department, ["accountEnabled"] = enabled };
            _changedUsers.Add(Id(name));
            return Id(name);
        }
    }

    /// <summary>Adds a group, or changes one; people who are not there yet are added.</summary>
    public string Group(string name, string[] members, string[]? owners = null, string[]? groups = null)
    {
        lock (_gate)
        {
            foreach (var person in members.Concat(owners ?? []).Where(person => !_users.ContainsKey(Id(person))))
            {
                Person(person);
            }

            _groups[Id(name)] = new LoopbackGroup(name, [.. members.Select(Id)], [.. (owners ?? []).Select(Id)], [.. (groups ?? []).Select(Id)]);
            _changedGroups.Add(Id(name));
            return Id(name);
        }
    }

    public void Remove(string group)
    {
        lock (_gate)
        {
            _groups.Remove(Id(group));
            _changedGroups.Add(Id(group));
        }
    }

    public int Count(Func<GraphCall, bool> which) => Calls.Count(which);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/msi/token")
        {
            var expires = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteAsync($$"""{"access_token":"of-the-managed-identity","expires_on":"{{expires}}","resource":"https://graph.microsoft.com","token_type":"Bearer"}""");
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var call = new GraphCall(context.Request.Method, $"{context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.Value ?? "")}"["/v1.0".Length..], body, context.Request.Headers.Authorization.ToString());
        Calls.Enqueue(call);
        var reply = Interfere(call) ?? (call.Path == "/$batch" ? Batch(call) : Answer(call));
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.CutAt is { } length)
        {
            // More is announced than comes: the connection breaks off.
            var text = System.Text.Encoding.UTF8.GetBytes(reply.Body?.ToJsonString() ?? "");
            context.Response.ContentLength = text.Length;
            await context.Response.Body.WriteAsync(text.AsMemory(0, Math.Min(length, text.Length - 1)));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(reply.Body?.ToJsonString() ?? "");
    }

    private GraphReply Batch(GraphCall batch)
    {
        var requests = JsonNode.Parse(batch.Body)!["requests"]!.AsArray();
        Assert.InRange(requests.Count, 1, 20);
        var answers = new JsonArray();
        foreach (var request in requests)
        {
            var call = new GraphCall((string)request!["method"]!, Uri.UnescapeDataString((string)request["url"]!), request["body"]?.ToJsonString() ?? "", batch.Authorization) { IsBatched = true };
            Calls.Enqueue(call);
            var reply = Interfere(call) ?? Answer(call);
            answers.Add(new JsonObject
            {
                ["id"] = (string)request["id"]!,
                ["status"] = reply.Status,
                ["headers"] = new JsonObject([new("Content-Type", "application/json"), .. reply.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))]),
                ["body"] = reply.Body?.DeepClone(),
            });
        }

        return new GraphReply(200, new JsonObject { ["responses"] = answers });
    }

    private GraphReply Answer(GraphCall call)
    {
        lock (_gate)
        {
            var parts = call.Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            var query = QueryHelpers.ParseQuery(call.Path.Contains('?', StringComparison.Ordinal) ? call.Path[call.Path.IndexOf('?', StringComparison.Ordinal)..] : "");
            return (call.Method, parts) switch
            {
                ("GET", ["groups", "delta"]) => Delta("groups", query, _changedGroups),
                ("GET", ["users", "delta"]) => Delta("users", query, _changedUsers),
                ("GET", ["groups", var id]) => _groups.TryGetValue(id, out var group) ? new GraphReply(200, new JsonObject { ["id"] = id, ["displayName"] = group.Name }) : GraphReply.Error(404, "Request_ResourceNotFound"),
                ("GET", ["groups", var id, "transitiveMembers"]) => _groups.ContainsKey(id) ? Page(call.Path, query, [.. Transitive(id)]) : GraphReply.Error(404, "Request_ResourceNotFound"),
                ("GET", ["groups", var id, "owners"]) => _groups.TryGetValue(id, out var group) ? Page(call.Path, query, [.. group.Owners.Select(User)]) : GraphReply.Error(404, "Request_ResourceNotFound"),
                ("GET", ["appCatalogs", "teamsApps"]) => Catalogue(query),
                ("POST", ["users", var id, "teamwork", "installedApps"]) => Install("user", id, call.Body, _users.ContainsKey(id)),
                ("POST", ["teams", var id, "installedApps"]) => Install("team", id, call.Body, _groups.ContainsKey(id)),
                _ => GraphReply.Error(400, "BadRequest"),
            };
        }
    }

    private static GraphReply Catalogue(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query) =>
        new(200, new JsonObject
        {
            ["value"] = query["$filter"] == "externalId eq '11111111-2222-3333-4444-555555555555'"
                ? new JsonArray(new JsonObject { ["id"] = "catalogue-id", ["externalId"] = "11111111-2222-3333-4444-555555555555", ["displayName"] = "Insek", ["distributionMethod"] = "organization" })
                : new JsonArray(),
        });

    private GraphReply Install(string kind, string target, string body, bool exists)
    {
        if (!exists)
        {
            return GraphReply.Error(404, "NotFound");
        }

        Assert.Equal($"{Address}/appCatalogs/teamsApps/catalogue-id", (string?)JsonNode.Parse(body)!["teamsApp@odata.bind"]);
        return _installed.Add((kind, target)) ? new GraphReply(201, null) : GraphReply.Error(409, "Conflict");
    }

    private GraphReply Delta(string what, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, List<string> changes)
    {
        var token = query["$deltatoken"].ToString();
        var from = token == "latest" ? changes.Count : int.Parse(token, CultureInfo.InvariantCulture);
        if (from < ForgetsBefore)
        {
            return GraphReply.Error(ForgetsAs, "syncStateNotFound") with { Headers = new() { ["Location"] = $"{Address}/{what}/delta?$deltatoken=" } };
        }

        var page = changes.Skip(from).Take(PageSize).ToArray();
        var more = from + page.Length < changes.Count;
        return new GraphReply(200, new JsonObject
        {
            ["@odata.context"] = $"{Address}/$metadata#{what}",
            [more ? "@odata.nextLink" : "@odata.deltaLink"] = $"{Address}/{what}/delta?$deltatoken={from + page.Length}",
            ["value"] = new JsonArray([.. page.Select(id => new JsonObject { ["id"] = id })]),
        });
    }

    private GraphReply Page(string path, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, JsonObject[] all)
    {
        var skip = query.TryGetValue("$skiptoken", out var token) ? int.Parse(token.ToString(), CultureInfo.InvariantCulture) : 0;
        var page = all.Skip(skip).Take(PageSize).Select(entry => entry.DeepClone()).ToArray();
        var answer = new JsonObject { ["@odata.context"] = $"{Address}/$metadata#directoryObjects", ["value"] = new JsonArray(page) };
        if (skip + page.Length < all.Length || GoesInCircles)
        {
            answer["@odata.nextLink"] = $"{Address}{path.Split('?')[0]}?$skiptoken={(GoesInCircles ? 0 : skip + page.Length)}";
        }

        return new GraphReply(200, answer);
    }

    private IEnumerable<JsonObject> Transitive(string id)
    {
        var (open, seen) = (new Queue<string>([id]), new HashSet<string> { id });
        var people = new List<string>();
        while (open.TryDequeue(out var next))
        {
            people.AddRange(_groups[next].Members);
            foreach (var nested in _groups[next].Groups.Where(nested => _groups.ContainsKey(nested) && seen.Add(nested)))
            {
                open.Enqueue(nested);
                yield return new JsonObject { ["@odata.type"] = "#microsoft.graph.group", ["id"] = nested, ["displayName"] = _groups[nested].Name };
            }
        }

        foreach (var person in people.Distinct())
        {
            yield return User(person);
        }
    }

    private JsonObject User(string id)
    {
        var user = (JsonObject)_users[id].DeepClone();
        user.Insert(0, "@odata.type", "#microsoft.graph.user");
        return user;
    }

    private sealed record LoopbackGroup(string Name, string[] Members, string[] Owners, string[] Groups);
}

/// <summary>A request as it came.</summary>
internal sealed record GraphCall(string Method, string Path, string Body, string Authorization)
{
    public bool IsBatched { get; init; }
}

/// <summary>An answer as Graph gives it.</summary>
internal sealed record GraphReply(int Status, JsonObject? Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>After how many bytes the connection breaks off; whole where null.</summary>
    public int? CutAt { get; init; }

    public static GraphReply Error(int status, string code, int? retryAfter = null) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = $"Loopback says {code}.", ["innerError"] = new JsonObject { ["date"] = "2026-11-22T20:00:00", ["request-id"] = "0", ["client-request-id"] = "0" } },
    })
    {
        Headers = retryAfter is { } seconds ? new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } : [],
    };
}
