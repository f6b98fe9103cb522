using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>The directory file of a test run: it grows with every town, and the process looks at it on every request.</summary>
internal sealed class TestDirectory : IDisposable
{
    private readonly Lock _gate = new();
    private readonly JsonArray _members = [];
    private readonly JsonArray _groups = [];
    private readonly JsonArray _administrators = [];

    public TestDirectory() => Write();

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"insek-test-{Guid.NewGuid():N}.directory.json");

    /// <summary>Adds people and groups; groups are JSON as the file has it.</summary>
    public void Add(IEnumerable<string> members, IEnumerable<string> administrators, IEnumerable<JsonObject> groups)
    {
        lock (_gate)
        {
            foreach (var member in members)
            {
                _members.Add(new JsonObject { ["id"] = member, ["name"] = $"Name {member}" });
            }

            foreach (var administrator in administrators)
            {
                _administrators.Add(JsonValue.Create(administrator));
            }

            foreach (var group in groups)
            {
                _groups.Add(group);
            }

            Write();
        }
    }

    public void Dispose() => System.IO.File.Delete(File);

    // Replaced as a whole, so that nobody reads half of it.
    private void Write()
    {
        var document = new JsonObject { ["members"] = _members.DeepClone(), ["administrators"] = _administrators.DeepClone(), ["groups"] = _groups.DeepClone() };
        System.IO.File.WriteAllText($"{File}.new", document.ToJsonString(new JsonSerializerOptions()));
        System.IO.File.Move($"{File}.new", File, overwrite: true);
    }
}
