using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Reminders;

/// <summary>How the person who asks wants to be reminded.</summary>
internal static class PreferenceRoutes
{
    public static void MapPreferences(this IEndpointRouteBuilder me)
    {
        me.MapGet("/preferences", GetAsync).WithName("GetPreferences").WithSummary("How the person who asks wants to be reminded.");
        me.MapPut("/preferences", PutAsync).WithName("PutPreferences").WithSummary("Says how one wants to be reminded. What an administrator made mandatory comes all the same, but not in quiet hours.");
    }

    private static async Task<Results<Ok<ReminderPreferences>, ProblemHttpResult>> GetAsync(Caller caller, PreferenceStore preferences, CancellationToken cancellationToken) =>
        caller.IsPerson ? TypedResults.Ok(View(await preferences.FindAsync(caller.Id, cancellationToken))) : new ActingMemberMissing().ToProblem();

    private static async Task<Results<Ok<ReminderPreferences>, ProblemHttpResult>> PutAsync(ReminderPreferences body, Caller caller, PreferenceStore preferences, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var reader = new ContentReader();
        var (from, until) = (ContentReader.Text(body.QuietFrom), ContentReader.Text(body.QuietUntil));
        var quiet = QuietHours.Parse(from, until);
        foreach (var (field, text, other) in new[] { ("quietFrom", from, until), ("quietUntil", until, from) })
        {
            if (text is null && other is not null)
            {
                reader.Add(field, "required", null);
            }
            else if (text is not null && !TimeOnly.TryParseExact(text, QuietHours.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                reader.Add(field, "invalid-value", text);
            }
        }

        if (quiet is { LeavesAnHour: false })
        {
            reader.Add("quietUntil", "no-hour-left", until);
        }

        if (!reader.Result(new Preferences(body.Reminders ?? true, body.Progress ?? true, quiet)).TryGet(out var wanted, out var refusal))
        {
            return refusal.ToProblem();
        }

        await preferences.SaveAsync(caller.Id, wanted, cancellationToken);
        return TypedResults.Ok(View(wanted));
    }

    private static ReminderPreferences View(Preferences wanted) => new()
    {
        Reminders = wanted.Reminders,
        Progress = wanted.Progress,
        QuietFrom = wanted.Quiet?.From.ToString(QuietHours.Format, CultureInfo.InvariantCulture),
        QuietUntil = wanted.Quiet?.Until.ToString(QuietHours.Format, CultureInfo.InvariantCulture),
    };
}
