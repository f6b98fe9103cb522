using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Export;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Items;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Concepts;

internal static class ConceptRoutes
{
    private static readonly string[] _ids = ["concept", "id", "member", "group"];

    /// <summary>Maps everything below <c>/api/concepts</c>. Reading needs any role; what needs more says so itself.</summary>
    public static RouteGroupBuilder MapConcepts(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/api/concepts").RequireAuthorization(Policies.Read).WithTags("Concepts")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        all.MapListConcepts();

        var one = all.MapGroup("/{concept}").AddEndpointFilter(RefuseBadIdsAsync).AddEndpointFilter(ConceptAccess.RefuseStrangersAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGetConcept();
        one.MapPutConcept();
        one.MapListSectors();
        one.MapListAreas();
        one.MapItems();
        one.MapRounds();
        one.MapDeadlines();
        one.MapEscalations();
        one.MapProgress();
        one.MapTables();
        one.MapDocuments();
        one.MapImport();
        one.MapExport();
        return one;
    }

    // Ids reach storage as keys; what cannot be one is refused here, once, before any handler sees it.
    private static async ValueTask<object?> RefuseBadIdsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var name in _ids)
        {
            if (context.HttpContext.Request.RouteValues.TryGetValue(name, out var value) && value is string text && !Identifier.IsValid(text))
            {
                return new InvalidIdentifier(text).ToProblem();
            }
        }

        return await next(context);
    }
}
