using System.Reflection;
using System.Security.Claims;
using Insek.Office.Domain;
using Insek.Office.Functions.People;

namespace Insek.Office.Functions.Authentication;

/// <summary>Who calls: taken from the verified token and, where that is the bot's, from the member it names. The only place that knows.</summary>
/// <param name="Id">The acting person; for the bot on its own behalf, the bot.</param>
/// <param name="IsAdministrator">Whether the person administers: the token's role says so, or, for a member whom the bot names, the directory.</param>
/// <param name="IsBot">Whether the call came through the bot.</param>
/// <param name="IsPerson">Whether somebody acts at all; false for the bot on its own behalf.</param>
internal sealed record Caller(MemberId Id, bool IsAdministrator, bool IsBot = false, bool IsPerson = true)
{
    /// <summary>In this header the bot names the member who acts. Nobody else's header counts.</summary>
    public const string ActingMemberHeader = "Insek-Acting-Member";

    /// <summary>Whether lists that go over all concepts show this one: an administrator's all, a person's those of the own groups.</summary>
    public bool MaySee(ConceptId concept, TenantDirectory known) => IsAdministrator || known.MaySee(Id, concept);

    /// <summary>Binds a parameter of an endpoint.</summary>
    /// <exception cref="BadHttpRequestException">The bot names somebody who cannot be a member.</exception>
    public static async ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return await ReadAsync(context);
    }

    /// <summary>Who makes the request.</summary>
    public static async ValueTask<Caller?> ReadAsync(HttpContext context)
    {
        if (From(context.User) is not { } caller || !caller.IsBot || !context.Request.Headers.TryGetValue(ActingMemberHeader, out var named))
        {
            return From(context.User);
        }

        if (named.Count != 1 || !Identifier.IsValid(named[0]))
        {
            throw new BadHttpRequestException($"{ActingMemberHeader} names no member.");
        }

        var member = new MemberId(named[0]!);
        var directory = await context.RequestServices.GetRequiredService<IDirectory>().ReadAsync(context.RequestAborted);
        return new Caller(member, directory.IsAdministrator(member), IsBot: true);
    }

    /// <summary>Whom a principal stands for; null where it names nobody.</summary>
    public static Caller? From(ClaimsPrincipal user)
    {
        if (IdOf(user) is not { } id || !Identifier.IsValid(id))
        {
            return null;
        }

        // A token that also carries a person's role is still the bot's: one process, one purpose.
        var bot = user.IsInRole(Roles.Bot);
        return new Caller(new MemberId(id), !bot && user.IsInRole(Roles.Administrator), bot, !bot);
    }

    // "oid" is the person's object id in Entra ID; "sub" differs from application to application and serves local tokens only.
    private static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue("oid") ?? user.FindFirstValue("sub");
}
