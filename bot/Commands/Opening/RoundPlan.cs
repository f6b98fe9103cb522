using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>A form that was checked: what the round will be.</summary>
internal sealed record RoundPlan(RoundForm Form, RoundChoice Choice, RoundTerms Terms)
{
    /// <summary>The most items one ballot holds.</summary>
    public const int MaxItems = 500;

    /// <summary>Checks a form against the drafts there are.</summary>
    /// <returns>The plan, or the names of the texts that say what is wrong.</returns>
    public static (RoundPlan? Plan, IReadOnlyList<string> Problems) Check(RoundForm form, CandidatesView candidates, DateTimeOffset now)
    {
        var choice = RoundChoice.Of(form, candidates);
        var (terms, problems) = RoundTerms.Read(form, now);
        var wrong = choice.Missing > 0 ? "wrong.notDraft" : choice.Items.Count == 0 ? "wrong.nothing" : choice.Items.Count > MaxItems ? "wrong.tooMany" : null;
        return terms is not null && wrong is null
            ? (new RoundPlan(form, choice, terms), problems)
            : (null, wrong is null ? problems : [wrong, .. problems]);
    }
}
