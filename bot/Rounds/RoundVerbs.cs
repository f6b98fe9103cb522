namespace Insek.Office.Bot.Rounds;

/// <summary>The verbs about rounds.</summary>
internal static class RoundVerbs
{
    public const string Show = "round.show";
    public const string Close = "round.close";
    public const string Extend = "round.extend";
    public const string Cancel = "round.cancel";

    /// <summary>The field that holds the page to show, from 0.</summary>
    public const string PageField = "page";

    /// <summary>The field that tells the answer to a question from the wish to be asked.</summary>
    public const string ConfirmedField = "confirmed";

    /// <summary>The field that names the operation.</summary>
    public const string OperationField = "op";

    public const string ReasonInput = "reason";
    public const string DateInput = "date";
    public const string TimeInput = "time";
}
