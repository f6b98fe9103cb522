using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>The process that reminds may be killed between any two calls of storage.</summary>
public sealed class KilledReminderTests(TestOffice office)
{
    private const string Sunday = "2024-03-17T06:00+01:00";
    private const string Monday = "2024-03-18T08:00+01:00";

    [Fact]
    public async Task A_firing_killed_anywhere_ends_in_the_same_digests()
    {
        var undisturbed = await RunAsync(Monday, _ => null);
        Assert.Equal(3, undisturbed.Count(row => row.StartsWith("digest_", StringComparison.Ordinal) && !row.Contains("Kind=", StringComparison.Ordinal)));
        Assert.DoesNotContain(undisturbed, row => row.StartsWith("remind_", StringComparison.Ordinal));

        var calls = 0;
        for (var died = true; died; calls++)
        {
            var victim = new DyingProcess(calls);
            Assert.Equal(undisturbed, await RunAsync(Monday, _ => victim));
            died = victim.Died;
        }

        Assert.True(calls > 20, $"Only {calls} calls were made.");
    }

    [Fact]
    public async Task A_firing_in_which_every_answer_to_a_write_is_lost_once_ends_in_the_same_digests()
    {
        var undisturbed = await RunAsync(Monday, _ => null);
        var way = new LossyWay();

        Assert.Equal(undisturbed, await RunAsync(Monday, _ => way));
        Assert.True(way.Losses > 10, $"Only {way.Losses} answers were lost.");
    }

    // Fires once over the given way, then once more without anything in it, as the next quarter of an hour would.
    private async Task<IReadOnlyList<string>> RunAsync(string at, Func<int, Azure.Core.Pipeline.HttpPipelinePolicy?> way)
    {
        await using var town = new ReminderOffice(office, Sunday);
        await town.ImportAsync(ReminderOffice.Town());
        try
        {
            await town.FireAsync(at, town.Start(way(0)));
        }
        catch (ProcessDiedException)
        {
            // As it was meant.
        }

        await town.FireAsync(at, town.Start());
        return await town.StateAsync();
    }
}
