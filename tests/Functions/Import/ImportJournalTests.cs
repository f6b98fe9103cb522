using System.Security.Cryptography;
using Azure.Data.Tables;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Import;

/// <summary>The journal of an import in storage.</summary>
public sealed class ImportJournalTests(TestOffice office)
{
    [Fact]
    public async Task A_full_piece_of_the_journal_is_accepted_and_read_back()
    {
        var table = new TableClient(office.Storage.ConnectionString, "journal");
        await table.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var data = RandomNumberGenerator.GetBytes(JournalRow.Capacity);

        await table.UpsertEntityAsync(JournalRow.From("probe", "1", 0, data), TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        var stored = await table.GetEntityAsync<JournalRow>("probe", JournalRow.KeyPrefix("1") + "0000", cancellationToken: TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        stored.Value.CopyTo(copy);
        Assert.Equal(data, copy.ToArray());
    }
}
