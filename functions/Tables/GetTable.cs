using System.Globalization;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Tables;

/// <summary>Serves a table in any format, with an entity tag that changes when what is shown changes.</summary>
internal static class GetTable
{
    private static readonly string[] _ownParameters = ["format", "instance"];

    // Another build may write the same table differently.
    private static readonly string _build = typeof(GetTable).Module.ModuleVersionId.ToString("N")[..8];

    public static void MapGetTable(this IEndpointRouteBuilder tables) =>
        tables.MapGet("/{definition}", HandleAsync)
            .WithName("GetTable")
            .WithSummary("A table as json, csv, html, ooxml (flat OPC for Word) or docx; the table's own parameters go into the query.")
            .WithDescription("The format may also end the address, as in sector-measures.docx: a download is named right even where the Functions host drops Content-Disposition.")
            .WithQuery("sector", "A sector concept's key, for tables that take one.")
            .WithQuery("area", "A planning area's id, for tables that take one.")
            .WithQuery("states", "States joined by commas; by default all but rejected and deferred.")
            .WithQuery("kind", "general or areaSpecific, for tables that take it.")
            .WithQuery("counts", "recorded or reported, for the overview.")
            .WithHeader("If-None-Match", "The entity tag of what the caller has; 304 when it still holds.")
            .Produces<TableDocument>()
            .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> HandleAsync(
        string concept, string definition, string? format, string? instance, HttpContext context, ConceptReader reader, TableDeadlines deadlines, ConceptTable storage, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var key = $"{context.Request.Path}{context.Request.QueryString}";
        var isLive = TableDefinition.Find(definition.Split('.')[0]).TryGet(out var asked, out _) && asked.ShowsDeadlines;
        if (isLive || reading.Concept.Renderings.Find(key) is not { } rendering)
        {
            // Deadlines change without the concept's version: a table of them is made anew each time.
            var shown = isLive ? await deadlines.ListAsync(reading.Snapshot.Concept.Id, cancellationToken) : [];
            if (!Prepare(reading.Snapshot, shown, definition, format, instance, context.Request.Query).TryGet(out var wanted, out var refusal))
            {
                return refusal.ToProblem();
            }

            if (EntityTags.IsKnown(context.Request, wanted.Tag))
            {
                return NotModified(context.Response, wanted.Tag);
            }

            if (wanted.Format.IsForWord && TableTag.Of(wanted.Table, wanted.Instance).Short is { } shortened)
            {
                var client = await storage.OpenAsync(cancellationToken);
                await client.UpsertEntityAsync(TableReferenceRow.For(shortened.Concept, shortened.Id, shortened.Definition, shortened.Parameters), TableUpdateMode.Replace, cancellationToken);
            }

            var spooled = Spool.Open();
            wanted.Format.Render(wanted.Table, wanted.Instance, spooled);
            spooled.Position = 0;
            if (spooled.Length > RenderingCache.MaxBytesEach)
            {
                context.Response.Headers.ETag = wanted.Tag;
                return TypedResults.Stream(spooled, wanted.Format.MediaType);
            }

            await using (spooled)
            {
                rendering = new RenderedTable(new byte[spooled.Length], wanted.Format.MediaType, wanted.Tag);
                await spooled.ReadExactlyAsync(rendering.Bytes, cancellationToken);
            }

            if (!isLive)
            {
                reading.Concept.Renderings.Keep(key, rendering);
            }
        }

        if (EntityTags.IsKnown(context.Request, rendering.Tag))
        {
            return NotModified(context.Response, rendering.Tag);
        }

        context.Response.Headers.ETag = rendering.Tag;
        return TypedResults.Bytes(rendering.Bytes, rendering.MediaType);
    }

    private static Result<Wanted> Prepare(ConceptSnapshot concept, IReadOnlyList<TableDeadline> deadlines, string name, string? format, string? instance, IQueryCollection query)
    {
        // No definition has a dot in its id, so what follows one is a format.
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (id, ending) = dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
        if (!TableDefinition.Find(id).TryGet(out var definition, out var refusal) || !TableFormat.Find(ending ?? format).TryGet(out var found, out refusal))
        {
            return refusal;
        }

        if (instance is not null && !TableInstance.IsValid(instance))
        {
            return new InvalidParameter("instance", instance);
        }

        var own = query.Where(pair => !_ownParameters.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, string.Join(',', pair.Value.AsEnumerable())));
        if (!TableParameterReader.Read(definition, concept, own.ToArray()).TryGet(out var parameters, out refusal))
        {
            return refusal;
        }

        var table = definition.Build(concept, parameters, deadlines);
        var named = instance ?? TableInstance.Derive(table);
        var stand = table.AsOf?.UtcTicks ?? 0;
        return new Wanted(table, found, named, string.Create(CultureInfo.InvariantCulture, $"\"{TableHash.Of(table)[..24]}-{stand:x}-{found.Name}-{named}-{_build}\""));
    }

    private static StatusCodeHttpResult NotModified(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private sealed record Wanted(Table Table, TableFormat Format, string Instance, string Tag);
}
