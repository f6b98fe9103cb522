using System.Globalization;
using System.Text.Json;

namespace Insek.Office.Bot.Api;

/// <summary>Reads problem details (RFC 9457); whatever else an error answer holds, a page of a gateway for example, is not shown to anybody.</summary>
internal static class ProblemReader
{
    private const string MediaType = "application/problem+json";

    private static readonly string[] _known = ["type", "title", "status", "detail", "code"];

    public static ApiProblem Read(HttpResponseMessage response, byte[] content)
    {
        var status = (int)response.StatusCode;
        var unknown = new ApiProblem(status, string.Create(CultureInfo.InvariantCulture, $"http-{status}"), response.ReasonPhrase, Detail: null, new Dictionary<string, JsonElement>());
        if (response.Content.Headers.ContentType?.MediaType != MediaType)
        {
            return unknown;
        }

        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, unknown) : unknown;
        }
        catch (JsonException)
        {
            return unknown;
        }
    }

    private static ApiProblem Read(JsonElement problem, ApiProblem unknown) => unknown with
    {
        Code = Text(problem, "code") ?? unknown.Code,
        Title = Text(problem, "title") ?? unknown.Title,
        Detail = Text(problem, "detail"),
        Extensions = problem.EnumerateObject()
            .Where(property => !_known.Contains(property.Name))
            .DistinctBy(property => property.Name)
            .ToDictionary(property => property.Name, property => property.Value.Clone()),
    };

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
