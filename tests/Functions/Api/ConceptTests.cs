using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>The concept's head, and the parts around goals and measures.</summary>
public sealed class ConceptTests(TestOffice office)
{
    private const string Head = """{"town":"Musterstadt","title":"INSEK Musterstadt"}""";

    [Fact]
    public async Task A_concept_is_created_once_and_listed()
    {
        var concept = TestOffice.NewConcept();
        var administrator = office.As("Administrator");

        var created = await administrator.PutAsync($"/api/concepts/{concept}", Head, ifNoneMatch: "*");
        var again = await administrator.PutAsync($"/api/concepts/{concept}", Head, ifNoneMatch: "*");
        var listed = await administrator.GetAsync("/api/concepts");

        Assert.Equal((201, "\"1\""), (created.Status, created.ETag));
        Assert.Equal((412, "precondition-failed"), (again.Status, again.Code));
        Assert.Contains(concept, listed.Json.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_head_is_replaced_by_whoever_saw_the_present_one()
    {
        var concept = TestOffice.NewConcept();
        var administrator = office.As("Administrator");
        await administrator.PutAsync($"/api/concepts/{concept}", Head, ifNoneMatch: "*");

        var blind = await administrator.PutAsync($"/api/concepts/{concept}", Head);
        var replaced = await administrator.PutAsync($"/api/concepts/{concept}", """{"town":"Musterstadt","title":"Neuer Titel"}""", ifMatch: "\"1\"");
        var stale = await administrator.PutAsync($"/api/concepts/{concept}", Head, ifMatch: "\"1\"");
        var read = await administrator.GetAsync($"/api/concepts/{concept}");

        Assert.Equal((428, "precondition-required"), (blind.Status, blind.Code));
        Assert.Equal((200, "\"2\""), (replaced.Status, replaced.ETag));
        Assert.Equal((412, "precondition-failed"), (stale.Status, stale.Code));
        Assert.Equal("Neuer Titel", stale.Json.GetProperty("current").GetProperty("title").GetString());
        Assert.Equal(("Neuer Titel", "\"2\""), (read.Json.GetProperty("title").GetString(), read.ETag));
    }

    [Fact]
    public async Task A_longer_head_replaced_by_a_shorter_one_leaves_nothing_of_itself()
    {
        var concept = TestOffice.NewConcept();
        var administrator = office.As("Administrator");
        var long1 = $$"""{"town":"M","title":"T","notes":[{"id":"n1","why":"{{new string('ü', 19_000)}}"},{"id":"n2","why":"{{new string('ß', 19_000)}}"}]}""";
        await administrator.PutAsync($"/api/concepts/{concept}", long1, ifNoneMatch: "*");

        var written = await administrator.GetAsync($"/api/concepts/{concept}");
        await administrator.PutAsync($"/api/concepts/{concept}", Head, ifMatch: "\"1\"");
        var shortened = await administrator.GetAsync($"/api/concepts/{concept}");

        Assert.Equal(19_000, written.Json.GetProperty("notes")[1].GetProperty("why").GetString()!.Length);
        Assert.Equal(0, shortened.Json.GetProperty("notes").GetArrayLength());
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a%5Cb")]
    [InlineData("a%23b")]
    [InlineData("a%3Fb")]
    [InlineData("~tenant")]
    [InlineData("a_b")]
    [InlineData(".hidden")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task An_id_that_cannot_be_one_is_refused(string id)
    {
        var read = await office.As("Administrator").GetAsync($"/api/concepts/{id}");
        var written = await office.As("Administrator").PutAsync($"/api/concepts/{id}", Head, ifNoneMatch: "*");

        Assert.True(read is { Status: 400, Code: "invalid-id" }, read.Text);
        Assert.True(written is { Status: 400, Code: "invalid-id" }, written.Text);
    }

    // The server refuses it before any of our code sees it.
    [Fact]
    public async Task A_null_character_in_an_address_is_refused()
    {
        var answer = await office.As("Administrator").GetAsync("/api/concepts/a%00b");

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Sectors_and_areas_come_in_their_order()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Torgau(concept));

        var sectors = await office.As("Member").GetAsync($"/api/concepts/{concept}/sectors");
        var areas = await office.As("Member").GetAsync($"/api/concepts/{concept}/areas");

        Assert.Equal(["verkehr", "bildung", "staedtebau", "umwelt", "kultur", "sport", "finanzen", "wirtschaft"], sectors.Json.EnumerateArray().Select(sector => sector.GetProperty("key").GetString()));
        Assert.Equal(["PG-I", "PG-II", "PG-III", "PG-IV", "PG-V", "PG-VI", "PG-VII", "GESAMT"], areas.Json.EnumerateArray().Select(area => area.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sectors")]
    [InlineData("/areas")]
    [InlineData("/goals")]
    [InlineData("/goals/x")]
    [InlineData("/measures")]
    [InlineData("/measures/x")]
    [InlineData("/measures/x/revisions")]
    [InlineData("/measures/x/diff")]
    [InlineData("/tables")]
    [InlineData("/tables/overview")]
    [InlineData("/export?format=json")]
    public async Task An_unknown_concept_is_said_to_be_unknown(string path)
    {
        var answer = await office.As("Member").GetAsync($"/api/concepts/nowhere{path}");

        Assert.Equal((404, "unknown-concept"), (answer.Status, answer.Code));
    }
}
