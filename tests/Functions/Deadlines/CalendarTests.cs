using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>Calendar feeds and their secret addresses.</summary>
public sealed class CalendarTests(TestOffice office)
{
    private static readonly Concept _concept = new() { Id = new ConceptId("torgau"), Town = "Torgau", Title = "INSEK Torgau, Fortschreibung; 2024" };

    [Fact]
    public void A_whole_day_and_an_instant_are_written_as_the_standard_says()
    {
        var text = Write(
            Deadline("a", Due.On(new DateOnly(2024, 2, 29)), "Förderantrag; Teil 1, 2\\3\nSeite 2"),
            Deadline("b", Due.At(new DateTimeOffset(2024, 7, 1, 10, 0, 0, TimeSpan.FromHours(2))), "Ende"));

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:a.torgau@insek.office\r\nDTSTAMP:20240101T000000Z\r\nSEQUENCE:3\r\nDTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nSUMMARY:Förderantrag: Förderantrag\\; Teil 1\\, 2\\\\3\\nSeite 2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART:20240701T080000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:Fristen INSEK Torgau\\, Fortschreibung\\; 2024\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back()
    {
        var title = string.Concat(Enumerable.Repeat("Straßenbäume 🌳 pflanzen ", 20)).Trim();

        var text = Write(Deadline("a", Due.On(new DateOnly(2024, 2, 29)), title));

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"\r\nSUMMARY:Förderantrag: {title}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reads_the_own_deadlines_by_the_key_alone_until_it_is_renewed_or_revoked()
    {
        var town = await RoundTown.CreateAsync(office);
        var due = CivilTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(30);
        Assert.Equal(201, (await town.Editor.PostAsync($"{town.Path}/deadlines", $$"""{"kind":"milestone","title":"Druckvorlage","due":"{{due:yyyy-MM-dd}}","owners":["{{town.Voters[1]}}"]}""")).Status);
        var me = town.For(town.Voters[1]);

        var first = FeedOf(await me.PostAsync("/api/me/calendar-link", ""), town.Concept);
        var feed = await Anonymous(first);

        Assert.Equal((200, "text/calendar"), (feed.Status, feed.ContentType));
        Assert.Contains("SUMMARY:Meilenstein: Druckvorlage", feed.Text, StringComparison.Ordinal);
        Assert.Equal(43, first.Split("key=")[1].Length);
        Assert.DoesNotContain("Druckvorlage", (await Anonymous(FeedOf(await town.For(town.Voters[0]).PostAsync("/api/me/calendar-link", ""), town.Concept))).Text, StringComparison.Ordinal);

        var second = FeedOf(await me.PostAsync("/api/me/calendar-link", ""), town.Concept);
        Assert.Equal((404, 200), ((await Anonymous(first)).Status, (await Anonymous(second)).Status));

        Assert.Equal(204, (await me.DeleteAsync("/api/me/calendar-link")).Status);
        Assert.Equal(404, (await Anonymous(second)).Status);
        Assert.False((await me.GetAsync("/api/me/calendar-link")).Json.TryGetProperty("createdAt", out _));
        Assert.DoesNotContain(second.Split("key=")[1], office.Functions.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_an_address_there_is_nothing_at_it()
    {
        var (town, other) = (await RoundTown.CreateAsync(office), await RoundTown.CreateAsync(office));
        var mine = FeedOf(await town.For(town.Voters[0]).PostAsync("/api/me/calendar-link", ""), town.Concept);
        var key = mine.Split("key=")[1];
        string[] wrong =
        [
            $"{town.Path}/deadlines.ics", $"{town.Path}/deadlines.ics?key=", $"{town.Path}/deadlines.ics?key={key[..42]}x", $"{town.Path}/deadlines.ics?key={key}&key={key}", $"{town.Path}/deadlines.ics?key={new string('*', 43)}",
            $"{other.Path}/deadlines.ics?key={key}", $"/api/concepts/nowhere/deadlines.ics?key={key}", $"/api/concepts/no_id/deadlines.ics?key={key}",
        ];

        foreach (var path in wrong)
        {
            var answer = await Anonymous(path);
            Assert.Equal((404, "not-found"), (answer.Status, answer.Code));
        }

        Assert.Equal(200, (await Anonymous(mine)).Status);
        Assert.All(await KeysAsync(), row => Assert.DoesNotContain(key, row, StringComparison.Ordinal));
    }

    private Task<Answer> Anonymous(string path) => new OfficeClient(office.Functions.Client, token: null).GetAsync(path);

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        var rows = new List<string>();
        var table = new Azure.Data.Tables.TableClient(office.Storage.ConnectionString, "concepts");
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>("PartitionKey eq '~tenant' and RowKey ge 'calendar' and RowKey lt 'calendas'", cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add($"{row.RowKey} {string.Join(' ', row.Select(property => property.Value))}");
        }

        return rows;
    }

    private static string FeedOf(Answer answer, string concept)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json.GetProperty("feeds").EnumerateArray().Single(feed => feed.GetProperty("concept").GetString() == concept).GetProperty("path").GetString()!;
    }

    private static string Write(params StoredDeadline[] deadlines) => Encoding.UTF8.GetString(DeadlineCalendar.Write(_concept, deadlines, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    private static StoredDeadline Deadline(string id, Due due, string title) => new(
        new Deadline { Id = new DeadlineId(id), Kind = DeadlineKind.FundingApplication, Title = title, Stated = due, Source = DeadlineSource.None, Version = 3 }, new DeadlineRow());
}
