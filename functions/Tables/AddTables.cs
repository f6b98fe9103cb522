namespace Insek.Office.Functions.Tables;

internal static class TableServices
{
    /// <summary>Adds what tables need beyond the concept itself.</summary>
    public static WebApplicationBuilder AddTables(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TableDeadlines>();
        builder.Services.AddSingleton<TableLookups>();
        builder.Services.AddSingleton<TableCauses>();
        builder.Services.AddSingleton<TableStatuses>();
        return builder;
    }
}
