using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Rounds;

/// <summary>Opens a round of a working group.</summary>
internal static class PostRound
{
    public static void MapPostRound(this IEndpointRouteBuilder rounds) =>
        rounds.MapPost("/", HandleAsync)
            .WithHeader(Operation.Header, "Names the click, so that its repetition opens nothing anew; up to 48 letters, digits, '-' or '.'.")
            .WithName("PostRound")
            .WithSummary("Opens a round of a working group. For the group's chair and administrators.")
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<RoundView>, ProblemHttpResult>> HandleAsync(
        string concept, OpenRound body, Caller caller, HttpContext context, IDirectory directory, ConceptReader reader, RoundOpener opener, RoundViewer viewer,
        IOptions<RoundOptions> options, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var id = new ConceptId(concept);
        var known = await directory.ReadAsync(cancellationToken);
        if (!Operation.Read(context.Request).TryGet(out var operation, out var refusal)
            || !GroupOf(body, id, known).TryGet(out var group, out refusal)
            || !Allow(caller, group, known).TryGet(out _, out refusal)
            || !Read(body, group, operation, options.Value).TryGet(out var opening, out refusal)
            || !CheckChairs(opening, known).TryGet(out opening, out refusal)
            || !(await opener.OpenAsync(id, opening, caller.Id, cancellationToken)).TryGet(out var round, out refusal))
        {
            return refusal.ToProblem();
        }

        if (await reader.FindAsync(id, cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        context.Response.Headers.ETag = EntityTags.Of(round.Version);
        return TypedResults.Created($"/api/concepts/{concept}/rounds/{round.Id}", await viewer.ViewAsync(reading, round, caller, known: null, cancellationToken));
    }

    private static Result<Group> GroupOf(OpenRound body, ConceptId concept, TenantDirectory directory)
    {
        if (!Identifier.IsValid(body.Group))
        {
            return new InvalidContent([new ContentProblem("group", body.Group is null ? "required" : "invalid-id", body.Group)]);
        }

        return directory.Find(new GroupId(body.Group)) is { } group && group.Concept == concept ? group : new UnknownGroup(body.Group);
    }

    private static Result<Group> Allow(Caller caller, Group group, TenantDirectory directory)
    {
        if (!RoundActor.Leads(caller, group))
        {
            return new NotAllowed(caller.Id, $"open a round of group {group.Id}");
        }

        if (group.Kind is not GroupKind.WorkingGroup)
        {
            return new NotAWorkingGroup(group.Id);
        }

        return directory.SteeringGroupOf(group.Concept) is { Members.Count: > 0 } ? group : new NoSteeringGroup(group.Concept);
    }

    private static Result<RoundOpening> CheckChairs(RoundOpening opening, TenantDirectory directory)
    {
        if (opening.Procedure.Rule is DecisionRule.ChairDecides && opening.Group.Chair is null)
        {
            return new NoChair(opening.Group.Id);
        }

        return opening.SteeringProcedure.Rule is DecisionRule.ChairDecides && directory.SteeringGroupOf(opening.Group.Concept) is { Chair: null } steering ? new NoChair(steering.Id) : opening;
    }

    private static Result<RoundOpening> Read(OpenRound body, Group group, string operation, RoundOptions options)
    {
        var reader = new ContentReader();
        var rule = ReadRule(reader, "rule", body.Rule) ?? options.Rule;
        var steeringRule = ReadRule(reader, "steeringRule", body.SteeringRule) ?? rule;
        var quorum = body.QuorumPercent ?? options.QuorumPercent;
        if (body.Due is null)
        {
            reader.Add("due", "required", null);
        }

        return reader.Result(new RoundOpening
        {
            Id = new RoundId(operation),
            Title = ContentReader.Text(body.Title),
            Group = group,
            Items = ReadIds(reader, "items", body.Items, id => new ItemId(id)),
            Goals = ReadIds(reader, "goals", body.Goals, id => new ItemId(id)),
            Sectors = ReadIds(reader, "sectors", body.Sectors, id => new SectorKey(id)),
            Procedure = new Procedure(rule, quorum, body.OpenVoting),
            SteeringProcedure = new Procedure(steeringRule, body.SteeringQuorumPercent ?? quorum, body.OpenVoting),
            SteeringDays = body.SteeringDays ?? options.SteeringDays,
            Due = body.Due ?? default,
        });
    }

    private static DecisionRule? ReadRule(ContentReader reader, string field, string? text)
    {
        var rule = ParameterValue.Parse<DecisionRule>(text);
        if (rule is null && ContentReader.Text(text) is not null)
        {
            reader.Add(field, "unknown-value", text);
        }

        return rule;
    }

    private static ValueList<T> ReadIds<T>(ContentReader reader, string field, IReadOnlyList<string?> texts, Func<string, T> read)
    {
        foreach (var text in texts.Where(text => !Identifier.IsValid(text)))
        {
            reader.Add(field, "invalid-id", text);
        }

        return texts.Where(Identifier.IsValid).Select(text => read(text!)).Distinct().ToValueList();
    }
}
