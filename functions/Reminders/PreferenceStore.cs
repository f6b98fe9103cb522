using System.Globalization;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>How people want to be reminded.</summary>
internal sealed class PreferenceStore(ConceptTable table)
{
    /// <summary>What a member wants; everything, at any civil hour, where nothing was said.</summary>
    public async Task<Preferences> FindAsync(MemberId member, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<PreferencesRow>(Tenant.Partition, PreferencesRow.Key(member), cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found } ? new Preferences(found.Reminders, found.Progress, QuietHours.Parse(found.QuietFrom, found.QuietUntil)) : Preferences.Default;
    }

    /// <summary>Only the member writes it, so the last one counts.</summary>
    public async Task SaveAsync(MemberId member, Preferences wanted, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = new PreferencesRow
        {
            RowKey = PreferencesRow.Key(member),
            Reminders = wanted.Reminders,
            Progress = wanted.Progress,
            QuietFrom = wanted.Quiet?.From.ToString(QuietHours.Format, CultureInfo.InvariantCulture) ?? "",
            QuietUntil = wanted.Quiet?.Until.ToString(QuietHours.Format, CultureInfo.InvariantCulture) ?? "",
        };
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}

/// <summary>What somebody wants.</summary>
/// <param name="Reminders">Whether to be reminded; what is mandatory comes all the same.</param>
/// <param name="Progress">Whether to be asked about measures.</param>
/// <param name="Quiet">When not to be disturbed.</param>
internal sealed record Preferences(bool Reminders, bool Progress, QuietHours? Quiet)
{
    public static Preferences Default { get; } = new(true, true, null);

    public bool IsQuiet(DateTimeOffset at) => Quiet?.Covers(CivilTime.TimeOf(at)) is true;
}

/// <summary>Hours of the day in Europe/Berlin; over midnight where the end is earlier.</summary>
/// <param name="From">The first minute.</param>
/// <param name="Until">The first minute after them.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    public const string Format = "HH:mm";

    /// <summary>Whether an hour of those at which people may be told something is left.</summary>
    public bool LeavesAnHour
    {
        get
        {
            var left = 0;
            for (var minute = ReminderSchedule.EarliestMorning; minute < ReminderSchedule.Evening; minute = minute.AddMinutes(1))
            {
                left += Covers(minute) ? 0 : 1;
            }

            return left >= 60;
        }
    }

    public bool Covers(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>Null where either is empty or no time of day.</summary>
    public static QuietHours? Parse(string? from, string? until) =>
        TimeOnly.TryParseExact(from, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && TimeOnly.TryParseExact(until, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            ? new QuietHours(first, end)
            : null;
}
