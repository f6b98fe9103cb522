using System.Diagnostics;
using Insek.Office.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Problems;

/// <summary>The one place that turns a refusal into problem details (RFC 9457) with a stable code.</summary>
internal static class ProblemMapping
{
    extension(Refusal refusal)
    {
        /// <summary>The refusal as problem details; the status follows from its kind.</summary>
        public ProblemHttpResult ToProblem(IEnumerable<KeyValuePair<string, object?>>? extensions = null) => Of(
            refusal.Kind switch
            {
                RefusalKind.NotFound => StatusCodes.Status404NotFound,
                RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
                RefusalKind.Conflict => StatusCodes.Status409Conflict,
                RefusalKind.Invalid => StatusCodes.Status400BadRequest,
                RefusalKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
                RefusalKind.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
                _ => throw new UnreachableException(),
            },
            refusal.Code,
            refusal.Message,
            refusal is InvalidContent content ? [new("problems", content.Problems), .. extensions ?? []] : extensions);
    }

    /// <summary>Problem details with a stable code, also as a URN in their type.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, IEnumerable<KeyValuePair<string, object?>>? extensions = null) => TypedResults.Problem(
        detail,
        statusCode: status,
        type: $"urn:insek:{code}",
        extensions: [new("code", code), .. extensions ?? []]);
}
