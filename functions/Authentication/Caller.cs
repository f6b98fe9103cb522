using System.Reflection;
using System.Security.Claims;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Authentication;

/// <summary>Who calls: taken from the verified token and from nothing else. The only place that knows.</summary>
/// <param name="Id">The member.</param>
/// <param name="IsAdministrator">Whether the token carries that role.</param>
internal sealed record Caller(MemberId Id, bool IsAdministrator)
{
    /// <summary>Binds a parameter of an endpoint.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(From(context.User));
    }

    /// <summary>The person a principal stands for; null where it names none.</summary>
    public static Caller? From(ClaimsPrincipal user) =>
        IdOf(user) is { } id && Identifier.IsValid(id) ? new Caller(new MemberId(id), user.IsInRole(Roles.Administrator)) : null;

    // "oid" is the person's object id in Entra ID; "sub" differs from application to application and serves local tokens only.
    private static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue("oid") ?? user.FindFirstValue("sub");
}
