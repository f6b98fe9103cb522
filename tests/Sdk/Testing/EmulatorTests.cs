using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Sdk.Tests.Tables;
using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Testing;

public sealed class EmulatorTests
{
    [Fact]
    public async Task Storage_goes_down_and_comes_back_on_the_same_port()
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: Given.Cancellation);
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        var table = new TableClient(azurite.ConnectionString, StorageFixture.NewTableName(), options);
        _ = await table.CreateAsync(Given.Cancellation);

        await azurite.StopAsync();
        var down = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new Note(), Given.Cancellation));
        Assert.Equal(0, down.Status);

        await azurite.StartAgainAsync(Given.Cancellation);
        _ = await table.CreateAsync(Given.Cancellation);
        Assert.Equal(204, (await table.AddEntityAsync(new Note(), Given.Cancellation)).Status);
    }

    [Fact]
    public async Task With_a_location_data_outlives_a_stop()
    {
        var location = Directory.CreateTempSubdirectory("insek-azurite-");

        try
        {
            await using var azurite = await Azurite.StartAsync(location.FullName, Given.Cancellation);
            var table = new TableClient(azurite.ConnectionString, StorageFixture.NewTableName());
            _ = await table.CreateAsync(Given.Cancellation);
            _ = await table.AddEntityAsync(new Note { Text = "kept" }, Given.Cancellation);

            await azurite.StopAsync();
            await azurite.StartAgainAsync(Given.Cancellation);

            Assert.Equal("kept", (await Given.ReadAsync<Note>(table)).Text);
        }
        finally
        {
            location.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_stays_behind()
    {
        int process;

        await using (var azurite = await Azurite.StartAsync(cancellationToken: Given.Cancellation))
        {
            process = azurite.ProcessId!.Value;
            Assert.False(HasEnded(process));
        }

        Assert.True(HasEnded(process));
    }

    private static bool HasEnded(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);

            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
