using System.Text.Json.Serialization;

namespace Insek.Office.Dev.Testing;

/// <summary>A line of what the tests of the manifests report.</summary>
internal sealed record ManifestTest(string Name, bool Passed, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ManifestTest))]
internal sealed partial class ManifestTestJson : JsonSerializerContext;
