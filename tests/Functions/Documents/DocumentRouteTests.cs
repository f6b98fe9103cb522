using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Documents before the real host: status, refresh, register; and the status of tables.</summary>
public sealed class DocumentRouteTests(TestOffice office)
{
    [Fact]
    public async Task A_draft_is_current_then_outdated_with_the_cause_then_refreshed()
    {
        var (concept, draft) = await office.DraftAsync();
        var before = await office.SendAsync("/api/documents/status", draft);
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var outdated = await office.SendAsync("/api/documents/status", draft);
        var refreshed = await office.SendAsync("/api/documents/refresh", draft);
        var after = await office.SendAsync("/api/documents/status", refreshed.Body);

        Assert.Equal("current", HostedDraft.Table(before).GetProperty("state").GetString());
        Assert.Equal("outdated", HostedDraft.Table(outdated).GetProperty("state").GetString());
        Assert.Equal(1, HostedDraft.Table(outdated).GetProperty("changes").GetInt32());
        Assert.Equal(1, HostedDraft.Table(outdated).GetProperty("summary").GetProperty("changed").GetInt32());
        Assert.Equal("current", HostedDraft.Table(after).GetProperty("state").GetString());
        Assert.Contains(Draft.Shown(refreshed.Body).Read(), row => row.Contains("Maßnahme 1 neu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_comes_before_the_file()
    {
        var (concept, draft) = await office.DraftAsync();
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var report = await office.ReportAsync("?report=true", draft);

        Assert.Equal("item-changed:verkehr-1:generalMeasures:verkehr-1-1", Assert.Single(Assert.Single(report.Tables).GetProperty("applied").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("tables=1, refreshed=1, changes=1, left=0, conflicts=0", report.Header);
        Assert.Equal(TableDocx.MediaType, report.FileType);
        Assert.Equal((await office.SendAsync("/api/documents/refresh", draft)).Body, report.File);
    }

    [Theory]
    [InlineData("no zip at all", "not-a-document")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 and more", "document-encrypted")]
    public async Task What_is_no_readable_document_is_refused_with_a_code(string content, string code)
    {
        var answer = await office.SendAsync("/api/documents/status", System.Text.Encoding.Latin1.GetBytes(content));

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_signed_document_is_looked_at_and_not_refreshed()
    {
        var (_, draft) = await office.DraftAsync();
        var signed = Draft.Add(draft, "_xmlsignatures/sig1.xml", [60, 97, 47, 62]);

        Assert.Equal(200, (await office.SendAsync("/api/documents/status", signed)).Status);
        Assert.Equal("document-signed", (await office.SendAsync("/api/documents/refresh", signed)).Code);
    }

    [Fact]
    public async Task The_status_of_tables_names_what_changed_by_whom_and_one_bad_table_spoils_nothing()
    {
        var (concept, draft) = await office.DraftAsync();
        await office.RewriteAsync(concept, "Maßnahme 1 neu");
        var asked = new TableStatusRequest { Tables = [Draft.Asked(draft), Draft.Asked(draft) with { Instance = "bbbb1111", Tag = "insek:1:gibt-es-nicht:bbbb1111:overview:" }] };

        var answer = await office.As("Member").PostAsync("/api/tables/status?changes=true", JsonSerializer.Serialize(asked, ContractsJson.Default.TableStatusRequest));

        var (first, second) = (answer.Json.GetProperty("tables")[0], answer.Json.GetProperty("tables")[1]);
        Assert.Equal("outdated", first.GetProperty("state").GetString());
        var cause = first.GetProperty("causes").EnumerateArray().Last();
        Assert.Equal(("verkehr-1-1", 2, "edited"), (cause.GetProperty("item").GetString(), cause.GetProperty("revision").GetInt32(), cause.GetProperty("change").GetString()));
        Assert.Equal(("unknown", "unknown-concept"), (second.GetProperty("state").GetString(), second.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_register_says_which_document_holds_which_revision_and_forgets_on_request()
    {
        var (concept, draft) = await office.DraftAsync();
        var registered = await RegisterAsync(draft, $"Entwurf {concept}");
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var listed = await office.As("Member").GetAsync($"/api/documents?concept={concept}&outdated=true");

        var table = Assert.Single(Assert.Single(listed.Json.EnumerateArray()).GetProperty("tables").EnumerateArray());
        var item = Assert.Single(table.GetProperty("outdated").EnumerateArray());
        Assert.Equal(("verkehr-1-1", 1, 2), (item.GetProperty("item").GetString(), item.GetProperty("revision").GetInt32(), item.GetProperty("currentRevision").GetInt32()));
        var path = $"/api/documents/{registered.Json.GetProperty("id").GetString()}";
        Assert.Equal(428, (await office.As("Member").DeleteAsync(path)).Status);
        Assert.Equal(403, (await office.As("Member", "berta").DeleteAsync(path)).Status);
        Assert.Equal(204, (await office.As("Member").SendAsync(HttpMethod.Delete, path, ifMatch: registered.ETag)).Status);
        Assert.Equal(404, (await office.As("Member").DeleteAsync(path)).Status);
    }

    [Fact]
    public async Task A_stranger_of_the_concept_learns_nothing_of_it()
    {
        var (concept, draft) = await office.DraftAsync();
        await RegisterAsync(draft, $"Entwurf {concept}");
        office.Directory.AddMembers("fremd");

        var status = await office.SendAsync("/api/documents/status", draft, office.For("fremd"));
        var listed = await office.For("fremd").GetAsync($"/api/documents?concept={concept}");

        Assert.Equal("not-in-concept", HostedDraft.Table(status).GetProperty("reason").GetString());
        Assert.Empty(listed.Json.EnumerateArray());
    }

    private async Task<Answer> RegisterAsync(byte[] draft, string name)
    {
        var answer = await office.As("Member").SendAsync(HttpMethod.Post, "/api/documents/register", new MultipartFormDataContent { { new StringContent(name), "name" }, { new StringContent("https://intranet.example/entwurf.docx"), "link" }, { new ByteArrayContent(draft), "file", "entwurf.docx" } });
        Assert.True(answer.Status == 200, answer.Text);
        return answer;
    }
}
