using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Tells where every table of a .docx stands. The file is read and forgotten.</summary>
internal static class PostDocumentStatus
{
    public static void MapDocumentStatus(this IEndpointRouteBuilder documents) =>
        documents.MapPost("/status", HandleAsync)
            .TakesDocument()
            .WithName("PostDocumentStatus")
            .WithSummary("Where every table of a .docx stands: current, outdated, edited by hand or unknown. The file is not kept.")
            .Produces<DocumentStatusView>();

    private static Task<IResult> HandleAsync(HttpRequest request, Caller caller, DocumentTasks tasks, TableStatuses statuses, TimeProvider clock, CancellationToken cancellationToken) =>
        tasks.WithBodyAsync(
            request,
            caller,
            async document =>
            {
                var log = await statuses.ReadLogAsync(document.Tables.Select(table => table.Standing), document.Lookup.Directory, cancellationToken);
                return TypedResults.Ok(new DocumentStatusView(clock.GetUtcNow(), [.. document.Tables.Select(table => View(table, log))]));
            },
            cancellationToken);

    private static DocumentTableView View(DocumentTable table, IReadOnlyDictionary<ConceptId, IReadOnlyList<ChangeCauseView>> log) => table.Describe(
        new DocumentTableView
        {
            Instance = table.Scanned.Instance,
            Tag = table.Scanned.Tag,
            State = "",
            Reason = table.Plan is null ? table.Obstacle : null,
        },
        table.Plan?.State ?? TableState.Unknown,
        table.Plan?.Changes ?? [],
        log);
}
