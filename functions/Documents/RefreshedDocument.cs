using System.Globalization;
using System.Text;
using System.Text.Json;
using Insek.Office.Contracts;

namespace Insek.Office.Functions.Documents;

/// <summary>A refreshed file as an answer, alone or behind the report of what was done (RFC 2046, section 5.1.3).</summary>
internal sealed class RefreshedDocument(FileStream file, string mediaType, DocumentRefreshView report, bool reports) : IResult
{
    public const string ReportType = "multipart/mixed";

    /// <summary>In this header stand the numbers of what was done.</summary>
    public const string Header = "Insek-Refresh";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var closing = file;
        var response = httpContext.Response;
        response.Headers[Header] = string.Create(
            CultureInfo.InvariantCulture,
            $"tables={report.Tables.Count}, refreshed={report.Tables.Count(table => table.Applied.Count > 0)}, changes={report.Tables.Sum(table => table.Applied.Count)}, left={report.Tables.Sum(table => table.Left.Count)}, conflicts={report.Tables.Sum(table => table.Conflicts)}");
        if (!reports)
        {
            response.ContentType = mediaType;
            response.ContentLength = file.Length;
            await file.CopyToAsync(response.Body, httpContext.RequestAborted);
            return;
        }

        var boundary = $"insek-{Guid.NewGuid():N}";
        response.ContentType = $"{ReportType}; boundary={boundary}";
        await response.WriteAsync($"--{boundary}\r\nContent-Type: application/json\r\n\r\n", Encoding.UTF8, httpContext.RequestAborted);
        await JsonSerializer.SerializeAsync(response.Body, report, ContractsJson.Default.DocumentRefreshView, httpContext.RequestAborted);
        await response.WriteAsync($"\r\n--{boundary}\r\nContent-Type: {mediaType}\r\n\r\n", Encoding.UTF8, httpContext.RequestAborted);
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
        await response.WriteAsync($"\r\n--{boundary}--\r\n", Encoding.UTF8, httpContext.RequestAborted);
    }
}
