using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>A server on a loopback port.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication application;

    private Loopback(WebApplication application)
    {
        this.application = application;
        Address = new Uri(application.Urls.Single());
    }

    public Uri Address { get; }

    public static async Task<Loopback> StartAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        built.Run(handle);
        await built.StartAsync(TestContext.Current.CancellationToken);

        return new Loopback(built);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
