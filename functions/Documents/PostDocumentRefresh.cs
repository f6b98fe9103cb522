using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Problems;

namespace Insek.Office.Functions.Documents;

/// <summary>Refreshes the tables of a .docx: what nobody edited by hand is brought up to date, everything else stays.</summary>
internal static class PostDocumentRefresh
{
    private const int MaxAuthor = 255;

    public static void MapDocumentRefresh(this IEndpointRouteBuilder documents) =>
        documents.MapPost("/refresh", HandleAsync)
            .TakesDocument()
            .WithName("PostDocumentRefresh")
            .WithSummary("The .docx with its tables brought up to date. Cells edited by hand are kept, unless edited=replace.")
            .WithDescription(
                "The header Insek-Refresh counts what was done (tables, refreshed, changes, left, conflicts). With report=true the answer is multipart/mixed: first the report as JSON, then the file. " +
                "Every other part of the file stays byte for byte. Tables that stand twice, are nested, damaged or have lost their record are left and named in the report.")
            .WithQuery("edited", "keep (default): what was edited by hand stays and is reported; replace: the concept takes its place.")
            .WithQuery("trackChanges", "true marks every change for somebody to accept or reject; a table whose columns have changed is then left.")
            .WithQuery("author", "Who is named beside tracked changes, up to 255 characters; by default the person who asks.")
            .WithQuery("report", "true for what was done as JSON beside the file.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Produces(StatusCodes.Status200OK, contentType: Rendering.TableDocx.MediaType)
            .Produces<DocumentRefreshView>(contentType: RefreshedDocument.ReportType);

    private static async Task<IResult> HandleAsync(HttpRequest request, Caller caller, DocumentTasks tasks, DocumentRefresh refresh, CancellationToken cancellationToken)
    {
        if (!Read(request.Query).TryGet(out var order, out var refusal))
        {
            return refusal.ToProblem();
        }

        return await tasks.WithBodyAsync(
            request,
            caller,
            async document => document.File.IsSigned
                ? new SignedDocument().ToProblem()
                : await refresh.RunAsync(document, order with { Author = order.Author ?? document.Lookup.Directory.NameOf(caller.Id) }, cancellationToken),
            cancellationToken);
    }

    private static Result<RefreshOrder> Read(IQueryCollection query)
    {
        var (edited, author) = (query["edited"].ToString(), query["author"].ToString());
        if (edited is not ("" or "keep" or "replace"))
        {
            return new InvalidParameter("edited", edited);
        }

        if (author.Length > MaxAuthor || author.Any(char.IsControl))
        {
            return new InvalidParameter("author", author);
        }

        foreach (var name in new[] { "trackChanges", "report" })
        {
            if (query[name].ToString() is not ("" or "true" or "false"))
            {
                return new InvalidParameter(name, query[name].ToString());
            }
        }

        return new RefreshOrder(edited == "replace", query["trackChanges"] == "true", author.Length == 0 ? null : author, query["report"] == "true");
    }
}

/// <summary>How a document is to be refreshed.</summary>
/// <param name="ReplacesEdited">Whether the concept takes the place of what was edited by hand.</param>
/// <param name="TracksChanges">Whether changes are marked for somebody to accept.</param>
/// <param name="Author">Who is named beside them.</param>
/// <param name="Reports">Whether the answer says what was done.</param>
internal sealed record RefreshOrder(bool ReplacesEdited, bool TracksChanges, string? Author, bool Reports);
