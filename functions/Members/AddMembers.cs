namespace Insek.Office.Functions.Members;

internal static class MemberServices
{
    /// <summary>Adds what is kept of members: who stands in for them, and whether the bot reaches them.</summary>
    public static WebApplicationBuilder AddMembers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeputyDesk>();
        builder.Services.AddSingleton<Installations>();
        builder.Services.AddSingleton<UnreachableMembers>();
        return builder;
    }

    /// <summary>Maps deputies, installations and who cannot be reached.</summary>
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        app.MapDeputies();
        app.MapInstallations();
    }
}
