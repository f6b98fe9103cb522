using System.Security.Cryptography;
using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>Rounds, groups and people between domain and contract.</summary>
internal static class RoundMapping
{
    public static RoundSummary ToSummary(this ApprovalRound round) => new()
    {
        Id = round.Id.Value,
        Title = round.Title,
        Stage = ParameterValue.Of(round.Stage),
        Group = round.Group.Value,
        GroupName = round.GroupName,
        State = ParameterValue.Of(round.State),
        Rule = ParameterValue.Of(round.Procedure.Rule),
        QuorumPercent = round.Procedure.QuorumPercent,
        OpenVoting = round.Procedure.IsOpenVoting,
        OpenedAt = round.OpenedAt,
        Due = round.Due,
        ItemCount = round.Items.Count,
        ElectorateCount = round.Electorate.Count,
    };

    public static MemberView ToView(this MemberId member, TenantDirectory directory) => directory.Find(member) is { } known
        ? new MemberView(member.Value, known.Name, Guest: known.IsGuest ? true : null)
        : new MemberView(member.Value, directory.NameOf(member), Gone: true);

    public static GroupView ToView(this Group group, TenantDirectory directory) => new()
    {
        Id = group.Id.Value,
        Name = group.Name,
        Kind = ParameterValue.Of(group.Kind),
        Concept = group.Concept.Value,
        Sectors = [.. group.Sectors.Select(sector => sector.Value)],
        Chair = group.Chair?.ToView(directory),
        Members = [.. group.Members.Select(member => member.ToView(directory))],
        AsOf = directory.AsOf,
    };

    public static OutcomeView ToView(this ItemOutcome outcome, IEnumerable<Statement> statements, TenantDirectory directory) => new()
    {
        Item = outcome.Item.Value,
        Revision = outcome.Revision,
        Decision = ParameterValue.Of(outcome.Decision),
        Entitled = outcome.Count.Entitled,
        Approve = outcome.Count.Approve,
        ApproveWithChange = outcome.Count.ApproveWithChange,
        Reject = outcome.Count.Reject,
        Abstain = outcome.Count.Abstain,
        Recused = outcome.Count.Recused,
        Statements = [.. statements.Select(statement => new StatementView(statement.For.ToView(directory), statement.By.ToView(directory), ParameterValue.Of(statement.Choice), statement.Text))],
    };

    /// <summary>Names what is asked: every item that is before the group, in its revision.</summary>
    public static string StampOf(IEnumerable<BallotItemView> items)
    {
        var asked = string.Join(';', items.Where(item => !item.Withdrawn).Select(item => FormattableString.Invariant($"{item.Id}:{item.Revision}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)).AsSpan(0, 6));
    }
}
