using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>Who is reminded of what, and when.</summary>
public sealed class ReminderTimerTests(TestOffice office)
{
    private const string Sunday = "2024-03-17T06:00+01:00";
    private const string Monday = "2024-03-18T08:00+01:00";

    [Fact]
    public async Task Nothing_is_sent_on_a_Sunday_and_one_digest_each_on_Monday_morning()
    {
        await using var town = await OnSundayAsync();
        foreach (var at in new[] { Sunday, "2024-03-17T08:00+01:00", "2024-03-17T19:45+01:00", "2024-03-18T00:00+01:00", "2024-03-18T07:45+01:00" })
        {
            await town.FireAsync(at);
        }

        Assert.Empty(await town.DigestsAsync());
        Assert.Empty(await town.NoticesAsync());

        await town.FireAsync(Monday);

        Assert.Equal(["anna 20240318: measure-verkehr-1-1", "ben 20240318: measure-verkehr-1-2", "chef 20240318: step-stadtrat"], await town.DigestsAsync());
        Assert.Equal(["digest_anna_20240318", "digest_ben_20240318", "digest_chef_20240318", "overview_chef_2024-W12"], (await town.NoticesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_is_reminded_three_days_before_on_the_day_and_weekly_while_overdue()
    {
        await using var town = await OnSundayAsync();
        for (var at = ReminderOffice.At("2024-03-18T08:00+01:00"); at < ReminderOffice.At("2024-04-09T12:00+02:00"); at += TimeSpan.FromHours(1))
        {
            await town.FireAsync($"{at:O}");
        }

        // 20.03. is the day, 27.03. and 03.04. a week and two later.
        Assert.Equal(["20240318", "20240320", "20240327", "20240403"], (await town.DigestsAsync()).Where(digest => digest.StartsWith("anna", StringComparison.Ordinal)).Select(digest => digest.Split(' ')[1].TrimEnd(':')));
    }

    [Fact]
    public async Task Two_instances_that_fire_at_once_make_one_digest_each()
    {
        await using var town = await OnSundayAsync();
        await town.FireAsync(Sunday);
        var instances = Enumerable.Range(0, 4).Select(_ => town.Start()).ToArray();

        await Task.WhenAll(instances.Select(instance => town.FireAsync(Monday, instance)));
        await town.FireAsync("2024-03-18T08:15+01:00");

        Assert.Equal(["anna 20240318: measure-verkehr-1-1", "ben 20240318: measure-verkehr-1-2", "chef 20240318: step-stadtrat"], await town.DigestsAsync());
        Assert.Equal(3, (await town.RowsAsync(ReminderOffice.Concept, "log_")).Count(row => row.GetString("Kind") == "Reminded"));
        Assert.Empty(await town.RowsAsync("~tenant", "remind_"));
    }

    [Fact]
    public async Task After_an_outage_one_digest_names_everything_that_was_missed_once()
    {
        await using var town = await OnSundayAsync();
        await town.ImportAsync(ReminderOffice.Town() with { Measures = [.. ReminderOffice.Town().Measures.Select(measure => measure! with { Owner = "Tiefbauamt" })] });

        await town.FireAsync("2024-05-15T10:00+02:00");
        await town.FireAsync("2024-05-15T10:15+02:00");

        Assert.Equal(["anna 20240515: measure-verkehr-1-1 measure-verkehr-1-2", "chef 20240515: step-stadtrat"], await town.DigestsAsync());

        await town.FireAsync("2024-05-16T08:00+02:00");
        Assert.DoesNotContain(await town.DigestsAsync(), digest => digest.StartsWith("anna 20240516", StringComparison.Ordinal) && digest.Contains("verkehr-1-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outage_that_ends_at_night_waits_for_the_morning()
    {
        await using var town = await OnSundayAsync();

        await town.FireAsync("2024-03-18T22:30+01:00");
        Assert.Empty(await town.DigestsAsync());

        await town.FireAsync("2024-03-19T08:00+01:00");
        Assert.Equal(["anna 20240319: measure-verkehr-1-1", "ben 20240319: measure-verkehr-1-2", "chef 20240319: step-stadtrat"], await town.DigestsAsync());
    }

    [Fact]
    public async Task What_arrives_after_the_digest_of_the_day_waits_for_the_next_morning()
    {
        await using var town = await OnSundayAsync();
        await town.FireAsync(Monday);
        await town.First.Get<Digests>().RemindAsync([new MemberId("anna")], ReminderOffice.Id, new DeadlineId("step-stadtrat"), isMandatory: false, new DateOnly(2024, 3, 18), TestContext.Current.CancellationToken);

        await town.FireAsync("2024-03-18T11:00+01:00");
        Assert.Single(await town.DigestsAsync(), digest => digest.StartsWith("anna", StringComparison.Ordinal));

        await town.FireAsync("2024-03-19T08:00+01:00");
        Assert.Contains("anna 20240319: step-stadtrat", await town.DigestsAsync());
    }

    [Fact]
    public async Task A_clock_that_is_moved_back_sends_nothing_twice()
    {
        await using var town = await OnSundayAsync();
        await town.FireAsync(Monday);
        var (digests, notices) = (await town.DigestsAsync(), await town.NoticesAsync());

        await town.FireAsync("2024-03-18T07:00+01:00");
        await town.FireAsync("2024-03-15T09:00+01:00");
        await town.FireAsync(Monday);

        Assert.Equal(digests, await town.DigestsAsync());
        Assert.Equal(notices, await town.NoticesAsync());
    }

    [Fact]
    public async Task Whoever_opted_out_hears_of_what_is_mandatory_only_and_quiet_hours_hold_for_that_too()
    {
        await using var town = await OnSundayAsync();
        var preferences = town.First.Get<PreferenceStore>();
        await preferences.SaveAsync(new MemberId("anna"), new Preferences(Reminders: false, Progress: true, Quiet: null), TestContext.Current.CancellationToken);
        await preferences.SaveAsync(new MemberId("ben"), new Preferences(Reminders: false, Progress: true, new QuietHours(new TimeOnly(18, 0), new TimeOnly(10, 0))), TestContext.Current.CancellationToken);
        await MarkAsync(town, "measure-verkehr-1-2");

        await town.FireAsync(Monday);
        Assert.Equal(["chef 20240318: step-stadtrat"], await town.DigestsAsync());

        await town.FireAsync("2024-03-18T10:00+01:00");
        Assert.Equal(["ben 20240318: measure-verkehr-1-2", "chef 20240318: step-stadtrat"], await town.DigestsAsync());
        Assert.Empty(await town.RowsAsync("~tenant", "remind_"));
    }

    [Fact]
    public async Task An_owner_who_left_the_tenant_is_not_written_to_and_the_measure_waits_for_the_overview()
    {
        await using var town = await OnSundayAsync();
        town.Directory.Leave("ben");

        await town.FireAsync(Monday);

        Assert.DoesNotContain(await town.DigestsAsync(), digest => digest.StartsWith("ben", StringComparison.Ordinal) || digest.Contains("verkehr-1-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_due_day_moves_the_reminder_and_a_removed_one_ends_it()
    {
        await using var town = await OnSundayAsync();
        await town.FireAsync(Sunday);
        var document = ReminderOffice.Town();
        await town.ImportAsync(document with
        {
            Concept = document.Concept with { Events = [] },
            Measures = [document.Measures[0]! with { Due = new DateOnly(2024, 4, 30) }],
        });

        await town.FireAsync(Monday);
        Assert.Equal(["ben 20240318: measure-verkehr-1-2"], await town.DigestsAsync());

        await town.FireAsync("2024-04-16T08:00+02:00");
        Assert.Contains("anna 20240416: measure-verkehr-1-1", await town.DigestsAsync());
        Assert.Null(await town.First.Get<DeadlineStore>().FindAsync(ReminderOffice.Id, new DeadlineId("step-stadtrat"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_overview_and_the_question_of_the_quarter_come_once_and_not_in_the_first_week()
    {
        await using var town = await OnSundayAsync();
        for (var at = ReminderOffice.At(Monday); at < ReminderOffice.At("2024-04-09T12:00+02:00"); at += TimeSpan.FromHours(1))
        {
            await town.FireAsync($"{at:O}");
        }

        // Easter Monday is the first of April: the overview comes on Tuesday.
        Assert.Equal(["overview_chef_2024-W12", "overview_chef_2024-W13", "overview_chef_2024-W14", "overview_chef_2024-W15"], (await town.NoticesAsync()).Where(notice => notice.StartsWith("overview", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(ReminderOffice.At("2024-04-02T08:00+02:00"), (await town.RowsAsync("~tenant", "overview_chef_2024-W14"))[0].GetDateTimeOffset("At"));
    }

    // Easter Monday is the first of April.
    [Fact]
    public async Task Owners_of_measures_that_are_carried_out_are_asked_once_on_the_first_working_morning_of_a_quarter()
    {
        await using var town = new ReminderOffice(office, Sunday);
        var document = ReminderOffice.Town();
        await town.ImportAsync(document with { Measures = [document.Measures[0]! with { State = "inProgress" }, document.Measures[1]] });
        await town.First.Get<PeriodicNotices>().MakeAsync(town.Clock.Now, TestContext.Current.CancellationToken);

        await town.FireAsync("2024-04-01T08:00+02:00");
        Assert.Empty(await QuestionsAsync(town));
        await town.FireAsync("2024-04-02T07:45+02:00");
        Assert.Empty(await QuestionsAsync(town));
        await town.FireAsync("2024-04-02T08:00+02:00");
        await town.FireAsync("2024-04-02T08:15+02:00", town.Start());

        Assert.Equal(["progress_anna_2024-Q2"], await QuestionsAsync(town));

        static async Task<IEnumerable<string>> QuestionsAsync(ReminderOffice town) => (await town.NoticesAsync()).Where(notice => notice.StartsWith("progress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_overview_names_what_is_overdue_due_and_nobody_s_and_whom_the_bot_cannot_reach()
    {
        await using var town = await OnSundayAsync();
        var document = ReminderOffice.Town();
        await town.ImportAsync(document with { Measures = [document.Measures[0]! with { Due = new DateOnly(2024, 3, 1), Owner = "Stadtwerke" }] });
        town.Directory.AddMember("cora", office: null, guest: true);
        await town.FireAsync(Monday);

        var overview = await town.First.Get<Overviews>().ReadAsync(new DateOnly(2024, 3, 18), new Caller(new MemberId("chef"), IsAdministrator: true), isEditor: false, TestContext.Current.CancellationToken);

        var concept = Assert.Single(overview.Concepts);
        Assert.Equal(("2024-W12", new DateOnly(2024, 3, 24)), (overview.Week, overview.Until));
        Assert.Equal(["measure-verkehr-1-1"], concept.Overdue.Select(deadline => deadline.Id));
        Assert.Equal(["step-stadtrat", "measure-verkehr-1-2"], concept.DueThisWeek.Select(deadline => deadline.Id));
        Assert.Equal(["measure-verkehr-1-1"], concept.WithoutOwner.Select(deadline => deadline.Id));
        Assert.Equal([("anna", "notInstalled"), ("ben", "notInstalled"), ("cora", "guest")], overview.Unreachable.Select(entry => (entry.Member.Id, entry.Why)));
    }

    [Fact]
    public async Task A_hint_that_got_lost_is_found_by_the_sweep()
    {
        await using var town = await OnSundayAsync();
        await town.FireAsync(Sunday);
        foreach (var hint in await town.RowsAsync("~tenant", "hint-deadline_"))
        {
            await town.Table.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        }

        await town.FireAsync(Monday);
        Assert.Empty(await town.DigestsAsync());

        await town.First.Get<ReminderTimer>().SweepAsync(TestContext.Current.CancellationToken);
        await town.FireAsync("2024-03-18T08:15+01:00");
        Assert.Equal(3, (await town.DigestsAsync()).Count);
    }

    private async Task<ReminderOffice> OnSundayAsync()
    {
        var town = new ReminderOffice(office, Sunday);
        await town.ImportAsync(ReminderOffice.Town());

        // The tenant's first week and quarter.
        await town.First.Get<PeriodicNotices>().MakeAsync(town.Clock.Now, TestContext.Current.CancellationToken);
        return town;
    }

    private static async Task MarkAsync(ReminderOffice town, string id)
    {
        await town.FireAsync(Sunday);
        foreach (var row in (await town.RowsAsync(ReminderOffice.Concept, "deadline_")).Concat(await town.RowsAsync(ReminderOffice.Concept, "next_")).Where(row => row.RowKey.EndsWith(id, StringComparison.Ordinal)))
        {
            row["Mandatory"] = true;
            await town.Table.UpdateEntityAsync(row, row.ETag, cancellationToken: TestContext.Current.CancellationToken);
        }
    }
}
