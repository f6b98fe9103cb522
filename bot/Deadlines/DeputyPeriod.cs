using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>A deputy and a period, as entered in a card.</summary>
internal static class DeputyPeriod
{
    /// <summary>Reads it; without a first day it begins today.</summary>
    /// <returns>The deputy, or the name of the text that says what is wrong.</returns>
    public static (NameDeputy? Deputy, string? Problem) Read(CardActionContext context, TimeProvider clock)
    {
        var today = CivilTime.DayOf(clock.GetUtcNow());
        var (from, until) = (CardText.ReadDay(context.Text(DeadlineVerbs.FromInput)) ?? today, CardText.ReadDay(context.Text(DeadlineVerbs.UntilInput)));
        var problem = 0 switch
        {
            _ when !Identifier.IsValid(context.Text(DeadlineVerbs.PersonInput)) => "person.choose",
            _ when until is null => "deputy.until.needed",
            _ when until < today => "refused.deputy-period-past",
            _ when until < from => "deputy.until.before",
            _ => null,
        };
        return problem is null ? (new NameDeputy { Deputy = context.Text(DeadlineVerbs.PersonInput), From = from, Until = until }, null) : (null, problem);
    }

    public static AdaptiveDateInput From(string value, CultureInfo culture) => new() { Id = DeadlineVerbs.FromInput, Label = DeadlineTexts.All["deputy.from", culture], Value = value };

    public static AdaptiveDateInput Until(string? value, CultureInfo culture) => new() { Id = DeadlineVerbs.UntilInput, Label = DeadlineTexts.All["deputy.until", culture], Value = value };
}
