using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.Domain.Tests.Tables.Refresh;

/// <summary>Holds the plan to cases written by hand; the add-in is held to the same.</summary>
public sealed class RefreshVectorTests
{
    private static readonly RefreshVector[] _vectors = RefreshVector.All();

    public static TheoryData<string> Names => [.. _vectors.Select(vector => vector.Name)];

    [Fact]
    public void Every_case_has_a_name_of_its_own() => Assert.Equal(_vectors.Length, _vectors.Select(vector => vector.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_plan_is_the_one_of_the_case(string name)
    {
        var vector = Find(name);

        var plan = RefreshPlan.Make(vector.Record, vector.Shown, vector.Current);

        Assert.Equal(Sorted(vector.Plan), Sorted(Write(plan)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decisions_lead_to_the_rows_and_the_record_of_the_case(string name)
    {
        var vector = Find(name);
        var (shown, current) = (vector.Shown, vector.Current);
        var plan = RefreshPlan.Make(vector.Record, shown, current);

        foreach (var application in vector.Applications)
        {
            var outcome = plan.Apply(application.Decisions);

            var decided = JsonSerializer.Serialize(application.Decisions);
            Assert.Equal((decided, string.Join(", ", application.Left)), (decided, string.Join(", ", outcome.Left.Select(change => change.Id))));
            Assert.Equal(application.Rows.WithoutEmpty(), shown.Apply(outcome, current).Rows.WithoutEmpty());
            Assert.Equal(application.Record, outcome.Record);
            Assert.Equal(application.ReplacesTable, outcome.ReplacesTable);
        }
    }

    private static RefreshVector Find(string name) => _vectors.Single(vector => vector.Name == name);

    private static JsonObject Write(RefreshPlan plan) => new()
    {
        ["state"] = ParameterValue.Of(plan.State),
        ["editedCells"] = plan.EditedCells,
        ["changes"] = new JsonArray([.. plan.Changes.Select(change => Write(change.Id, change.Row, change.Column, change.Item, ("behind", Text(change.Behind)), ("conflict", change.IsConflict ? true : null), ("before", Texts(change.Before)), ("after", Texts(change.After)), ("mine", Texts(change.Mine))))]),
        ["edits"] = new JsonArray([.. plan.Edits.Select(edit => Write(edit.Id, edit.Row, edit.Column, null, ("mine", Texts(edit.Mine)), ("recorded", Texts(edit.Recorded))))]),
    };

    private static JsonObject Write(string id, string? row, string? column, string? item, params (string Name, JsonNode? Value)[] more)
    {
        (string Name, JsonNode? Value)[] all = [("id", id), ("kind", id.Split(':')[0]), ("row", Text(row)), ("column", Text(column)), ("item", Text(item)), .. more];
        return new JsonObject(all.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
    }

    private static JsonValue? Text(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonArray? Texts(ValueList<string>? texts) => texts is null ? null : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);

    // The order of properties means nothing; that of changes does.
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject value => $"{{{string.Join(",\n", value.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Sorted(entry.Value)}"))}}}",
        JsonArray list => $"[{string.Join(",\n", list.Select(Sorted))}]",
        _ => node?.ToString() ?? "null",
    };
}
