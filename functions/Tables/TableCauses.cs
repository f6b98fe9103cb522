using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Tables;

/// <summary>Finds in a concept's log what was done to goals and measures, and in which rounds.</summary>
internal sealed class TableCauses(ConceptTable storage, RoundStore rounds)
{
    private const string RoundCause = "round:";

    private static readonly string[] _columns =
    [
        nameof(LogRow.Kind), nameof(LogRow.Item), nameof(LogRow.Revision), nameof(LogRow.From), nameof(LogRow.To), nameof(LogRow.By), nameof(LogRow.At), nameof(LogRow.Reason), nameof(LogRow.Cause), nameof(LogRow.Round),
    ];

    /// <summary>Everything that was done to the concept's goals and measures since, oldest first.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="since">The instant after which, in UTC; null for all there is.</param>
    /// <param name="names">The names of people.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ChangeCauseView>> ReadAsync(ConceptId concept, DateTimeOffset? since, TenantDirectory names, CancellationToken cancellationToken)
    {
        var client = await storage.OpenAsync(cancellationToken);
        var (from, to, any) = (LogRow.Key((since ?? DateTimeOffset.MinValue).AddTicks(1), ""), LogRow.End, "");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {concept.Value} and RowKey ge {from} and RowKey lt {to} and Item gt {any}");
        var known = new Dictionary<string, CauseRoundView?>(StringComparer.Ordinal);
        var causes = new List<ChangeCauseView>();
        await foreach (var row in client.QueryAsync<LogRow>(filter, select: _columns, cancellationToken: cancellationToken))
        {
            causes.Add(View(row, await FindRoundAsync(concept, row, known, cancellationToken), names));
        }

        return causes;
    }

    private async Task<CauseRoundView?> FindRoundAsync(ConceptId concept, LogRow row, Dictionary<string, CauseRoundView?> known, CancellationToken cancellationToken)
    {
        var id = row.Round ?? (row.Cause?.StartsWith(RoundCause, StringComparison.Ordinal) is true ? row.Cause[RoundCause.Length..] : null);
        if (!Identifier.IsValid(id))
        {
            return null;
        }

        if (!known.TryGetValue(id, out var view))
        {
            var round = (await rounds.FindAsync(concept, new RoundId(id), cancellationToken))?.Round;
            known[id] = view = round is null ? null : new CauseRoundView { Id = id, Title = round.Title, Group = round.GroupName, Stage = ParameterValue.Of(round.Stage), DecidedAt = round.EndedAt };
        }

        return view;
    }

    private static ChangeCauseView View(LogRow row, CauseRoundView? round, TenantDirectory names) => new()
    {
        Item = row.Item!,
        Revision = row.Revision ?? 0,
        At = row.At,
        By = row.By == RoundActor.System.Value ? null : Identifier.IsValid(row.By) ? names.NameOf(new MemberId(row.By)) : row.By,
        Change = row.Kind switch
        {
            nameof(ChangeKind.Moved) => "state",
            "ItemWithdrawn" => "withdrawn",
            var kind => ParameterValue.OfName(kind),
        },
        Reason = row.Reason,
        Round = round,
        From = row.From == row.To ? null : StateOf(row.From),
        To = row.From == row.To ? null : StateOf(row.To),
    };

    private static string? StateOf(string? state) => ParameterValue.Parse<ItemState>(state) is { } known ? ParameterValue.Of(known) : null;
}
