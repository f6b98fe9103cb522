using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Members;

/// <summary>Deputies for a period: one's own, and for administrators everybody's.</summary>
internal static class DeputyRoutes
{
    public static void MapDeputies(this IEndpointRouteBuilder app)
    {
        var own = Describe(app.MapGroup("/api/me/deputy"));
        own.MapGet("/", (Caller caller, DeputyDesk desk, CancellationToken cancellationToken) => desk.ReadOwnAsync(caller, cancellationToken))
            .WithName("GetMyDeputies").WithSummary("Who stands in for the person who asks, and for whom that person stands in.");
        own.MapPut("/", (NameDeputy body, Caller caller, DeputyDesk desk, CancellationToken cancellationToken) => desk.NameAsync(caller, caller.Id, body, cancellationToken))
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("PutMyDeputy").WithSummary("Names a deputy for a period of days, in place of the period that begins on the same day.");
        own.MapDelete("/", (Caller caller, HttpRequest request, DeputyDesk desk, CancellationToken cancellationToken) => desk.WithdrawAsync(caller, caller.Id, request, cancellationToken))
            .WithQuery("from", "The first day of the period (yyyy-MM-dd); all where absent.")
            .WithName("DeleteMyDeputy").WithSummary("Ends a period, or all. What a deputy has cast already stands.");

        var anybody = Describe(app.MapGroup("/api/members/{member}/deputy")).ProducesProblem(StatusCodes.Status404NotFound);
        anybody.MapGet("/", (string member, Caller caller, DeputyDesk desk, CancellationToken cancellationToken) => DeputyDesk.ForAsync(caller, member, (_, id) => desk.ReadAsync(id, cancellationToken)))
            .WithName("GetDeputies").WithSummary("Who stands in for a member, and for whom the member stands in; for administrators.");
        anybody.MapPut("/", (string member, NameDeputy body, Caller caller, DeputyDesk desk, CancellationToken cancellationToken) => DeputyDesk.ForAsync(caller, member, (by, id) => desk.NameAsync(by, id, body, cancellationToken)))
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("PutDeputy").WithSummary("Names a member's deputy for a period of days; for administrators.");
        anybody.MapDelete("/", (string member, Caller caller, HttpRequest request, DeputyDesk desk, CancellationToken cancellationToken) => DeputyDesk.ForAsync(caller, member, (by, id) => desk.WithdrawAsync(by, id, request, cancellationToken)))
            .WithQuery("from", "The first day of the period (yyyy-MM-dd); all where absent.")
            .WithName("DeleteDeputy").WithSummary("Ends a period of a member's deputies, or all; for administrators.");
    }

    private static RouteGroupBuilder Describe(RouteGroupBuilder routes) => routes.RequireAuthorization(Policies.Read).WithTags("Deputies")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}

/// <summary>What all requests about deputies have in common.</summary>
internal sealed class DeputyDesk(DeputyStore store, IDirectory directory, TimeProvider clock)
{
    public static async Task<Results<Ok<DeputiesView>, ProblemHttpResult>> ForAsync(Caller caller, string member, Func<Caller, MemberId, Task<Results<Ok<DeputiesView>, ProblemHttpResult>>> act)
    {
        if (caller.RefuseOthersThanAdministrators("name another member's deputy") is { } refusal)
        {
            return refusal.ToProblem();
        }

        return Identifier.IsValid(member) ? await act(caller, new MemberId(member)) : new InvalidIdentifier(member).ToProblem();
    }

    public async Task<Results<Ok<DeputiesView>, ProblemHttpResult>> ReadOwnAsync(Caller caller, CancellationToken cancellationToken) =>
        caller.IsPerson ? await ReadAsync(caller.Id, cancellationToken) : new ActingMemberMissing().ToProblem();

    public async Task<Results<Ok<DeputiesView>, ProblemHttpResult>> ReadAsync(MemberId member, CancellationToken cancellationToken)
    {
        var (all, names, today) = (await store.ListAsync(cancellationToken), await directory.ReadAsync(cancellationToken), CivilTime.DayOf(clock.GetUtcNow()));
        DeputyView[] View(Func<Deputyship, bool> which) =>
        [
            .. all.SelectMany(entry => entry.Periods).Where(period => period.Until >= today && which(period)).OrderBy(period => period.From).ThenBy(period => period.Member.Value, StringComparer.Ordinal)
                .Select(period => new DeputyView { Member = period.Member.ToView(names), Deputy = period.Deputy.ToView(names), From = period.From, Until = period.Until, Active = period.Covers(today) }),
        ];
        return TypedResults.Ok(new DeputiesView(View(period => period.Member == member), View(period => period.Deputy == member)));
    }

    public async Task<Results<Ok<DeputiesView>, ProblemHttpResult>> NameAsync(Caller caller, MemberId member, NameDeputy body, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!Identifier.IsValid(body.Deputy) || body.Until is not { } until)
        {
            return new InvalidContent([new ContentProblem(body.Until is null ? "until" : "deputy", body.Until is null || body.Deputy is null ? "required" : "invalid-id", body.Until is null ? null : body.Deputy)]).ToProblem();
        }

        var (deputy, today, known) = (new MemberId(body.Deputy), CivilTime.DayOf(clock.GetUtcNow()), await directory.ReadAsync(cancellationToken));
        if (new[] { member, deputy }.FirstOrDefault(id => known.Find(id) is null) is { Value: not null } stranger)
        {
            return new UnknownMember(stranger).ToProblem();
        }

        var named = await store.ChangeAsync(member, caller.Id, deputies => deputies.Name(deputy, body.From ?? today, until, today), cancellationToken);
        return named.TryGet(out _, out var refusal) ? await ReadAsync(member, cancellationToken) : refusal.ToProblem();
    }

    public async Task<Results<Ok<DeputiesView>, ProblemHttpResult>> WithdrawAsync(Caller caller, MemberId member, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        DateOnly? from = null;
        if (request.Query["from"].ToString() is { Length: > 0 } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return new InvalidContent([new ContentProblem("from", "invalid-value", text)]).ToProblem();
            }

            from = day;
        }

        var withdrawn = await store.ChangeAsync(member, caller.Id, deputies => deputies.Withdraw(from, CivilTime.DayOf(clock.GetUtcNow())), cancellationToken);
        return withdrawn.TryGet(out _, out var refusal) ? await ReadAsync(member, cancellationToken) : refusal.ToProblem();
    }
}

/// <summary>Somebody the directory does not know.</summary>
internal sealed record UnknownMember(MemberId Member) : Refusal(RefusalKind.Invalid, "unknown-member", $"The directory does not know {Member}.");
