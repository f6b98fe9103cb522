using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Whoever asks why a table is outdated learns which round decided.</summary>
public sealed class RoundCauseTests(TestOffice office)
{
    [Fact]
    public async Task A_measure_that_a_group_rejects_is_missing_afterwards_and_the_round_is_named_as_the_cause()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(rule: "majority", items: ["verkehr-1-1"]);
        var draft = await office.As("Member").DraftAsync(town.Concept, "&states=inWorkingGroup");
        foreach (var voter in town.Voters)
        {
            await town.VoteAsync(round, voter, "approve", ("verkehr-1-1", "reject", "Ohne Abstellanlagen hilft das niemandem."));
        }

        var closed = await town.UntilAsync(round);
        var table = await AskAsync(draft);

        Assert.Equal("failed", Assert.Single(closed.Outcomes).Decision);

        // The measure, and the goal above it that has no other one.
        Assert.Equal(("outdated", 2), (table.GetProperty("state").GetString(), table.GetProperty("summary").GetProperty("removed").GetInt32()));
        var cause = Causes(table).Last(cause => cause.GetProperty("item").GetString() == "verkehr-1-1");
        Assert.Equal(("state", "inWorkingGroup", "draft"), (cause.GetProperty("change").GetString(), cause.GetProperty("from").GetString(), cause.GetProperty("to").GetString()));

        // The last vote ended the round: nobody did it.
        Assert.False(cause.TryGetProperty("by", out _));
        var named = cause.GetProperty("round");
        Assert.Equal((round, "AG Verkehr", "workingGroup"), (named.GetProperty("id").GetString(), named.GetProperty("group").GetString(), named.GetProperty("stage").GetString()));
        Assert.Equal(closed.Title, named.GetProperty("title").GetString());
        Assert.Equal(round, Assert.Single(table.GetProperty("summary").GetProperty("rounds").EnumerateArray()).GetProperty("id").GetString());
    }

    private async Task<JsonElement> AskAsync(byte[] draft)
    {
        var asked = new TableStatusRequest { Tables = [Draft.Asked(draft)] };
        return HostedDraft.Table(await office.As("Member").PostAsync("/api/tables/status?changes=true", JsonSerializer.Serialize(asked, ContractsJson.Default.TableStatusRequest)));
    }

    private static JsonElement.ArrayEnumerator Causes(JsonElement table) => table.GetProperty("causes").EnumerateArray();
}
