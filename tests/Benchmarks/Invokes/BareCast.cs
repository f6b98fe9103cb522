using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Benchmarks.Invokes;

/// <summary>The storage calls of a vote and nothing around them: no HTTP but storage's, no token, no contract, no rule. On copies of the same rows, in the same table.</summary>
internal sealed class BareCast
{
    private const string Partition = "vergleich";

    private readonly TableClient _table;
    private readonly RoundView _round;
    private readonly TableEntity _log;
    private readonly TableEntity _roundCard;
    private readonly Dictionary<string, TableEntity> _ballotCards = new(StringComparer.Ordinal);
    private readonly string _filter;
    private int _logs;

    private BareCast(TableClient table, RoundView round, IReadOnlyList<TableEntity> rows)
    {
        (_table, _round) = (table, round);
        _log = rows.Last(row => row.RowKey.StartsWith(LogRow.Prefix, StringComparison.Ordinal) && row.GetString(nameof(LogRow.Kind)) == "BallotCast");
        _roundCard = rows.Single(row => row.RowKey.StartsWith(NoticeRow.Prefix, StringComparison.Ordinal) && row.RowKey.EndsWith("_card", StringComparison.Ordinal));
        var (from, to) = (BallotRow.KeyPrefix(Id), BallotRow.KeyPrefix(Id)[..^1] + "`");
        _filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
    }

    private RoundId Id => new(_round.Id);

    /// <summary>Copies what a vote touches, after everybody has voted once.</summary>
    public static async Task<BareCast> PrepareAsync(Workbench workbench, RoundView round)
    {
        var table = new TableClient(workbench.Storage.ConnectionString, "concepts");
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {round.Concept}")))
        {
            row.PartitionKey = Partition;
            rows.Add(row);
        }

        var bare = new BareCast(table, round, rows);
        foreach (var row in rows.Where(bare.IsNeeded))
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        }

        foreach (var member in round.Electorate)
        {
            bare._ballotCards[member.Id] = new TableEntity(bare._roundCard) { PartitionKey = Partition, RowKey = $"{bare._roundCard.RowKey[..^"card".Length]}ballot_{member.Id}" };
        }

        return bare;
    }

    /// <summary>The five calls that casting takes: round, ballot and concept are read, the vote is written, and who has voted is read.</summary>
    /// <returns>The time, in milliseconds.</returns>
    public async Task<double> CastAsync(int voter)
    {
        var began = Stopwatch.GetTimestamp();
        await WriteAsync(_round.Electorate[voter].Id);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>All eleven calls that the click makes: before, the bot asks for the round (concept, round, who has voted) and for the ballot (round, ballot, draft).</summary>
    /// <returns>The time, in milliseconds.</returns>
    public async Task<double> ReadAndCastAsync(int voter)
    {
        var began = Stopwatch.GetTimestamp();
        var member = _round.Electorate[voter].Id;
        await Task.WhenAll(ReadRoundAsync(), Task.WhenAll(FindRoundAsync(), FindBallotAsync(member), FindDraftAsync(member)));
        await WriteAsync(member);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task WriteAsync(string member)
    {
        var ballot = FindBallotAsync(member);
        await Task.WhenAll(FindRoundAsync(), ballot, FindConceptAsync());
        var row = await ballot;
        row[nameof(BallotRow.Version)] = (row.GetInt32(nameof(BallotRow.Version)) ?? 0) + 1;
        var log = new TableEntity(_log) { PartitionKey = Partition, RowKey = FormattableString.Invariant($"{LogRow.Prefix}{Interlocked.Increment(ref _logs):D19}_bare") };
        await _table.SubmitTransactionAsync(
        [
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag),
            new TableTransactionAction(TableTransactionActionType.Add, log),
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, _roundCard),
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, _ballotCards[member]),
        ]);
        await ReadProgressAsync();
    }

    private async Task ReadRoundAsync()
    {
        await Task.WhenAll(FindConceptAsync(), FindRoundAsync());
        await ReadProgressAsync();
    }

    private async Task ReadProgressAsync()
    {
        await foreach (var _ in _table.QueryAsync<TableEntity>(_filter, select: BallotRow.ProgressColumns))
        {
            // Read to its end.
        }
    }

    private Task<Response<TableEntity>> FindConceptAsync() => _table.GetEntityAsync<TableEntity>(Partition, ConceptRow.Key, ConceptRow.StatusColumns);

    private Task<Response<TableEntity>> FindRoundAsync() => _table.GetEntityAsync<TableEntity>(Partition, RoundRow.Key(Id));

    private async Task<TableEntity> FindBallotAsync(string member) => await _table.GetEntityAsync<TableEntity>(Partition, BallotRow.Key(Id, new MemberId(member)));

    private Task<NullableResponse<TableEntity>> FindDraftAsync(string member) => _table.GetEntityIfExistsAsync<TableEntity>(Partition, DraftRow.Key(Id, new MemberId(member), new MemberId(member)));

    private bool IsNeeded(TableEntity row) =>
        row.RowKey == ConceptRow.Key || row.RowKey == RoundRow.Key(Id) || row.RowKey.StartsWith(BallotRow.KeyPrefix(Id), StringComparison.Ordinal);
}
