namespace Insek.Office.Functions.Deadlines;

internal static class DeadlineServices
{
    /// <summary>Adds what reads, shows and changes deadlines. Their hints are storage's: whoever writes a source needs them.</summary>
    public static WebApplicationBuilder AddDeadlines(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeadlineStore>();
        builder.Services.AddSingleton<DeadlineViewer>();
        builder.Services.AddSingleton<DeadlineLists>();
        builder.Services.AddSingleton<DeadlineDesk>();
        builder.Services.AddSingleton<MovedRounds>();
        return builder;
    }
}
