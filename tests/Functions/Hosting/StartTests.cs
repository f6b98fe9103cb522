using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>How the process starts, and when it refuses to.</summary>
public sealed class StartTests(TestOffice office)
{
    [Fact]
    public async Task The_host_s_port_wins_over_the_addresses_its_image_sets()
    {
        // The fixture's process was started with ASPNETCORE_URLS=http://+:80 and a content root that does not exist.
        using var answer = await office.Functions.Client.GetAsync(new Uri("/api/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, office.Functions.Output);
    }

    [Fact]
    public async Task Production_without_an_issuer_refuses_to_start()
    {
        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__ConnectionString"] = office.Storage.ConnectionString,
        });

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Authentication:Issuer", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_with_a_development_key_refuses_to_start()
    {
        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__ConnectionString"] = office.Storage.ConnectionString,
            ["Authentication__Issuer"] = "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0",
            ["Authentication__Audience"] = "22222222-2222-2222-2222-222222222222",
            ["Authentication__DevelopmentKeyFile"] = office.Tokens.KeyFile,
        });

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Development only", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_with_an_issuer_starts_and_honours_no_local_token()
    {
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__ConnectionString"] = office.Storage.ConnectionString,
            ["Authentication__Issuer"] = "https://127.0.0.1:1/v2.0",
            ["Authentication__Audience"] = "22222222-2222-2222-2222-222222222222",
        };
        await using var functions = await FunctionsProcess.StartAsync(settings);

        var ready = await new OfficeClient(functions.Client, null).GetAsync("/api/ready");
        var listed = await new OfficeClient(functions.Client, office.Tokens.Issue("Administrator")).GetAsync("/api/concepts");

        Assert.Equal(200, ready.Status);
        Assert.Equal(401, listed.Status);
    }

    [Fact]
    public async Task Settings_out_of_range_refuse_to_start()
    {
        var settings = office.Settings(office.Storage);
        settings["Storage__MaxRetries"] = "99";

        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(settings);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("MaxRetries", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://insek.example/")]
    [InlineData("http://insek.example")]
    public async Task What_is_no_origin_of_a_page_refuses_to_start(string origin)
    {
        var settings = office.Settings(office.Storage);
        settings["Cors__Origins__0"] = origin;

        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(settings);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Cors:Origins", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_s_host_name_is_taken_as_it_comes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Host = "insek.example";
        using var answer = await office.Functions.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
    }
}
