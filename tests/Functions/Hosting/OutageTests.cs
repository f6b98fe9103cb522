using Insek.Office.Functions.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>Storage goes away and comes back, and the process lives through it.</summary>
public sealed class OutageTests(TestOffice office)
{
    [Fact]
    public async Task Storage_down_is_503_with_retry_after_and_the_process_recovers_by_itself()
    {
        await using var storage = await Azurite.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var functions = await FunctionsProcess.StartAsync(office.Settings(storage));
        var administrator = new OfficeClient(functions.Client, office.Tokens.Issue("Administrator"));
        await administrator.ImportAsync("town", Given.Town("town"));
        await storage.KillAsync();

        var ready = await administrator.GetAsync("/api/ready");
        var read = await administrator.GetAsync("/api/concepts/town/measures");
        var written = await administrator.PutAsync("/api/concepts/town", """{"town":"Musterstadt","title":"Neu"}""", ifMatch: "\"1\"");

        Assert.Equal((503, "storage-unavailable"), (ready.Status, ready.Code));
        Assert.Equal((503, "storage-unavailable", "5"), (read.Status, read.Code, read.RetryAfter));
        Assert.Equal((503, "storage-unavailable", "5"), (written.Status, written.Code, written.RetryAfter));

        // This emulator keeps nothing over a restart, the table included: what comes back is an empty account.
        await storage.StartAgainAsync(TestContext.Current.CancellationToken);
        var recovered = await UntilAsync(() => administrator.GetAsync("/api/ready"), answer => answer.Status == 200);
        var report = await administrator.ImportAsync("town", Given.Town("town"));

        Assert.Equal(200, recovered.Status);
        Assert.Equal(2, report.Created.Measures);
    }

    private static async Task<Answer> UntilAsync(Func<Task<Answer>> ask, Func<Answer, bool> enough)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await ask();
            if (enough(answer) || attempt == 20)
            {
                return answer;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}
