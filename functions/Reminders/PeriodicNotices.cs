using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>What comes by itself: the administrators' overview once a week, the question to owners of measures once a quarter.</summary>
/// <remarks>
/// Each is added with its notice in one transaction that only the first can make. A tenant's first week and quarter bring nothing: there is
/// nothing to look back on, and whoever has just begun is not greeted with a questionnaire.
/// </remarks>
internal sealed class PeriodicNotices(ConceptTable table, NoticeHints notices, PreferenceStore preferences, MeasureOwners owners, IDirectory directory, ReminderClock schedule)
{
    public async Task MakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = CivilTime.DayOf(now);
        await MakeAsync(PeriodRow.WeekKey, Periods.MondayOf(today), day => day.AddDays(-7), Periods.WeekOf, now, OverviewsAsync, cancellationToken);
        if (schedule.ProgressEveryMonths is > 0 and var months)
        {
            await MakeAsync(PeriodRow.QuarterKey, Periods.FirstOf(today, months), day => day.AddMonths(-months), Periods.QuarterOf, now, QuestionsAsync, cancellationToken);
        }
    }

    private async Task MakeAsync(
        string key, DateOnly first, Func<DateOnly, DateOnly> before, Func<DateOnly, string> name, DateTimeOffset now, Func<string, DateOnly, DateTimeOffset, CancellationToken, Task<bool>> make, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var begun = now >= Periods.MorningFrom(first, schedule.Schedule);
        var found = await client.GetEntityIfExistsAsync<PeriodRow>(Tenant.Partition, key, cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            try
            {
                await client.AddEntityAsync(new PeriodRow { RowKey = key, Period = name(begun ? first : before(first)) }, cancellationToken);
            }
            catch (RequestFailedException quicker) when (quicker.Status is 409)
            {
                // Another instance began in the same moment; the next firing goes on.
            }

            return;
        }

        // Names sort as periods do, so a clock that was moved back makes nothing twice.
        if (!begun || !schedule.Schedule.IsCivil(now) || string.CompareOrdinal(found.Value!.Period, name(first)) >= 0 || !await make(name(first), first, now, cancellationToken))
        {
            return;
        }

        found.Value.Period = name(first);
        try
        {
            await client.UpdateEntityAsync(found.Value, found.Value.ETag, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException quicker) when (quicker.Status is 412)
        {
            // Another instance has noted the same.
        }
    }

    private async Task<bool> OverviewsAsync(string week, DateOnly monday, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var all = true;
        foreach (var administrator in known.Administrators.Where(member => known.Find(member) is not null))
        {
            all &= await AddAsync((await preferences.FindAsync(administrator, cancellationToken)).IsQuiet(now), AskedRow.Overview(administrator, week, now), Outbox.Overview(administrator, week, monday, now), cancellationToken);
        }

        return all;
    }

    private async Task<bool> QuestionsAsync(string quarter, DateOnly first, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var all = true;
        foreach (var member in await owners.ListAsync(known, cancellationToken))
        {
            var wanted = await preferences.FindAsync(member, cancellationToken);
            if (wanted.Progress)
            {
                all &= await AddAsync(wanted.IsQuiet(now), AskedRow.Progress(member, quarter, now), Outbox.Progress(member, quarter, first, now), cancellationToken);
            }
        }

        return all;
    }

    // False where somebody does not want to be disturbed just now: the next firing tries again.
    private async Task<bool> AddAsync(bool isQuiet, AskedRow row, TableTransactionAction notice, CancellationToken cancellationToken)
    {
        if (isQuiet)
        {
            return false;
        }

        await notices.RaiseAsync(Tenant.Partition, cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, row), notice], cancellationToken);
        }
        catch (TableTransactionFailedException known) when (known.Status is 409)
        {
            // Told already.
        }

        return true;
    }
}
