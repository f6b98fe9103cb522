using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.People.Graph;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Members;

/// <summary>Installs the app for people and teams and keeps what became of it.</summary>
internal sealed class Installations(ConceptTable table, Lazy<GraphInstaller> installer, IOptions<GraphOptions> options, TimeProvider clock)
{
    /// <summary>Installs the app for a member.</summary>
    /// <exception cref="GraphFailedException">Graph did not answer; nothing is kept, and trying again later may do.</exception>
    public Task<Result<InstallationView>> ForMemberAsync(MemberId member, CancellationToken cancellationToken) =>
        InstallAsync(InstallationRow.MemberPrefix, member.Value, () => installer.Value.InstallForPersonAsync(member.Value, cancellationToken), cancellationToken);

    /// <summary>Installs the app in a team.</summary>
    /// <exception cref="GraphFailedException">Graph did not answer; nothing is kept, and trying again later may do.</exception>
    public Task<Result<InstallationView>> ForTeamAsync(Guid team, CancellationToken cancellationToken) =>
        InstallAsync(InstallationRow.TeamPrefix, team.ToString("D"), () => installer.Value.InstallForTeamAsync(team.ToString("D"), cancellationToken), cancellationToken);

    /// <summary>What became of installations for members.</summary>
    public async Task<IReadOnlyDictionary<MemberId, InstallationView>> ListForMembersAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<MemberId, InstallationView>();
        await foreach (var row in table.ByPrefixAsync<InstallationRow>(Tenant.Partition, InstallationRow.MemberPrefix, cancellationToken: cancellationToken))
        {
            found[new MemberId(row.RowKey[InstallationRow.MemberPrefix.Length..])] = row.ToView(InstallationRow.MemberPrefix);
        }

        return found;
    }

    private async Task<Result<InstallationView>> InstallAsync(string prefix, string id, Func<Task<InstallationOutcome>> install, CancellationToken cancellationToken)
    {
        if (options.Value is not { MappingFile: not null, TeamsApp: not null })
        {
            return new InstallationUnavailable();
        }

        var outcome = await install();
        var row = new InstallationRow { RowKey = prefix + id, Outcome = outcome.ToString(), At = clock.GetUtcNow() };
        var client = await table.OpenAsync(cancellationToken);
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        return row.ToView(prefix);
    }
}

/// <summary>What became of installing the app: row <c>installation-member_{id}</c> or <c>installation-team_{id}</c> in <c>~tenant</c>. The last attempt counts.</summary>
internal sealed class InstallationRow : ITableEntity
{
    public const string MemberPrefix = "installation-member_";
    public const string TeamPrefix = "installation-team_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Outcome { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public InstallationView ToView(string prefix)
    {
        var outcome = Enum.TryParse<InstallationOutcome>(Outcome, out var known) ? known : InstallationOutcome.Refused;
        var works = outcome is InstallationOutcome.Installed or InstallationOutcome.AlreadyInstalled;
        return new InstallationView { Id = RowKey[prefix.Length..], State = works ? ParameterValue.Of(outcome) : "failed", Reason = works ? null : ParameterValue.Of(outcome), At = At };
    }
}

/// <summary>People come from a file, or no app is named: there is nothing that could install one.</summary>
internal sealed record InstallationUnavailable()
    : Refusal(RefusalKind.Conflict, "installation-unavailable", $"The app can be installed where {GraphOptions.Section} names a mapping and {nameof(GraphOptions.TeamsApp)}.");
