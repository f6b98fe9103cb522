namespace Insek.Office.Bot.Deadlines;

/// <summary>The verbs about deadlines and reminders, and the fields and inputs of their cards.</summary>
internal static class DeadlineVerbs
{
    /// <summary>One deadline with all that is known of it ("Öffnen").</summary>
    public const string Show = "deadline.show";
    public const string Complete = "deadline.done";
    public const string Move = "deadline.move";
    public const string HandOver = "deadline.give";
    public const string Waive = "deadline.waive";
    public const string Reopen = "deadline.reopen";

    /// <summary>A list of deadlines, or a page of it: a digest, an overview or an answer to <c>fristen</c>.</summary>
    public const string List = "deadline.list";

    public const string ShowEscalation = "escalation.show";
    public const string Remind = "escalation.remind";
    public const string AskDeputy = "escalation.deputy";

    public const string ShowProgress = "progress.show";
    public const string NothingNew = "progress.none";
    public const string AskProgress = "progress.ask";
    public const string SaveProgress = "progress.save";

    public const string NameDeputy = "deputy.save";
    public const string EndDeputy = "deputy.end";

    public const string SavePreferences = "reminders.save";

    public const string ShowCalendar = "calendar.show";
    public const string RenewCalendar = "calendar.new";
    public const string RevokeCalendar = "calendar.end";

    /// <summary>The version of the deadline that the card shows.</summary>
    public const string VersionField = "version";
    public const string OperationField = "op";

    /// <summary>The field that tells the answer to a question from the wish to be asked.</summary>
    public const string ConfirmedField = "confirmed";
    public const string MeasureField = "measure";
    public const string QuarterField = "quarter";

    /// <summary>The first day of a deputy's period.</summary>
    public const string PeriodField = "period";

    public const string DateInput = "newDue";
    public const string ReasonInput = "reason";
    public const string PersonInput = "person";
    public const string MemberInput = "member";
    public const string FromInput = "from";
    public const string UntilInput = "until";
    public const string ProgressInput = "progress";
    public const string NextStepInput = "nextStep";
    public const string CostInput = "cost";
    public const string WantsRemindersInput = "reminders";
    public const string WantsProgressInput = "questions";
    public const string QuietFromInput = "quietFrom";
    public const string QuietUntilInput = "quietUntil";
}
