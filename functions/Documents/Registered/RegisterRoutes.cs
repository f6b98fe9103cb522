using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Documents;

/// <summary>The register of documents: which draft holds which revision.</summary>
internal static class RegisterRoutes
{
    public static void MapDocumentRegister(this IEndpointRouteBuilder documents)
    {
        documents.MapPost("/register", PostAsync)
            .WithName("RegisterDocument")
            .WithSummary("Registers a document with its tables; the same name and link again replaces the entry. As JSON, or as multipart/form-data with name, link and the .docx as file, whose tables are read and which is not kept.")
            .Accepts<RegisterDocument>("application/json", MultipartForm.MediaType)
            .Produces<RegisteredDocumentView>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        documents.MapGet("/", ListAsync)
            .WithName("ListDocuments")
            .WithSummary("The registered documents by name, each table compared with its concept as it is now, as far as the caller may see it.")
            .WithQuery("concept", "Documents that show this concept only.")
            .WithQuery("outdated", "true for documents that are outdated only.");
        documents.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteDocument")
            .WithSummary("Forgets a document. For whoever registered it, and administrators.")
            .WithHeader("If-Match", "The entity tag of what the caller read; needed.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<IResult> PostAsync(HttpRequest request, Caller caller, RegisterForm form, TableLookups lookups, DocumentRegister register, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!(await form.ReadAsync(request, caller, cancellationToken)).TryGet(out var document, out var refusal))
        {
            return refusal.ToProblem();
        }

        var lookup = await lookups.OpenAsync(caller, cancellationToken);
        if (Check(document) is { Count: > 0 } problems)
        {
            return new InvalidContent(problems).ToProblem();
        }

        if (document.Tables.FirstOrDefault(table => !lookup.MaySee(table.Concept)) is { } stranger)
        {
            return new NotInConceptGroups(caller.Id, stranger.Concept).ToProblem();
        }

        if (!(await register.SaveAsync(document, caller, cancellationToken)).TryGet(out var row, out refusal))
        {
            return refusal.ToProblem();
        }

        request.HttpContext.Response.Headers.ETag = EntityTags.Of(row.Version);
        return TypedResults.Ok(await DocumentRegister.ViewAsync(row, lookup, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<RegisteredDocumentView>>> ListAsync(HttpRequest request, Caller caller, TableLookups lookups, DocumentRegister register, CancellationToken cancellationToken)
    {
        var (concept, outdated) = (request.Query["concept"].ToString(), request.Query["outdated"] == "true");
        var all = await register.ListAsync(await lookups.OpenAsync(caller, cancellationToken), caller, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<RegisteredDocumentView>>(
            [.. all.Where(view => (concept.Length == 0 || view.Tables.Any(table => table.Concept == concept)) && (!outdated || view.State == "outdated"))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, HttpRequest request, Caller caller, DocumentRegister register, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(id) || await register.FindAsync(id, cancellationToken) is not { } row)
        {
            return new UnknownDocument(id).ToProblem();
        }

        if (!caller.IsAdministrator && row.By != caller.Id.Value)
        {
            return new NotAllowed(caller.Id, "forget a document that somebody else has registered").ToProblem();
        }

        if (!EntityTags.Matches(request, row.Version).TryGet(out var matches, out var refusal))
        {
            return refusal.ToProblem();
        }

        return matches && await register.TryRemoveAsync(row, cancellationToken) ? TypedResults.NoContent() : new PreconditionFailed().ToProblem();
    }

    private static ValueList<ContentProblem> Check(RegisterDocument document)
    {
        var problems = new List<ContentProblem>();
        if (string.IsNullOrWhiteSpace(document.Name) || document.Name.Length > RegisterDocument.MaxName || document.Name.Any(char.IsControl))
        {
            problems.Add(new ContentProblem("name", string.IsNullOrWhiteSpace(document.Name) ? "required" : "invalid-value", document.Name));
        }

        if (document.Link is { } link && (link.Length > RegisterDocument.MaxLink || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps))
        {
            problems.Add(new ContentProblem("link", "invalid-link", link));
        }

        if (document.Tables.Count > RegisterDocument.MaxTables)
        {
            problems.Add(new ContentProblem("tables", "too-many", null));
        }

        problems.AddRange(document.Tables.Where(table => !TableInstance.IsValid(table.Instance)).Select(table => new ContentProblem("instance", "invalid-value", table.Instance)));
        problems.AddRange(document.Tables.Where(table => !Identifier.IsValid(table.Concept)).Select(table => new ContentProblem("concept", "invalid-id", table.Concept)));
        return problems.ToValueList();
    }
}

/// <summary>A document nobody has registered.</summary>
internal sealed record UnknownDocument(string Id) : Refusal(RefusalKind.NotFound, "unknown-document", $"No document '{Id}' is registered.");
