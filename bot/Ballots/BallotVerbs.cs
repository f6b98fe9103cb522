namespace Insek.Office.Bot.Ballots;

/// <summary>The verbs about ballots, and the fields and inputs of their cards.</summary>
internal static class BallotVerbs
{
    /// <summary>Opens the ballot where it was left.</summary>
    public const string Show = "ballot.show";

    /// <summary>Keeps the page's choices and turns to another page of items.</summary>
    public const string Page = "ballot.page";

    /// <summary>Keeps the last page's choices and goes on to what was picked.</summary>
    public const string Pick = "ballot.pick";

    /// <summary>Keeps what was said to the picked items and goes on or back.</summary>
    public const string Detail = "ballot.detail";

    /// <summary>Turns the pages of what will be recorded, or goes back from it.</summary>
    public const string Confirm = "ballot.confirm";

    /// <summary>Casts the ballot.</summary>
    public const string Cast = "ballot.cast";

    /// <summary>Begins anew from what was cast, or drops such a beginning.</summary>
    public const string Change = "ballot.change";

    public const string StampField = "stamp";
    public const string VersionField = "version";
    public const string OperationField = "op";

    /// <summary>The page to show, from 0.</summary>
    public const string PageField = "page";

    /// <summary>The index of the first item whose choice the card asked for, among those before the group.</summary>
    public const string FromField = "from";

    /// <summary>The index after the last one.</summary>
    public const string ToField = "to";

    /// <summary>The ids of the items the card asked about, joined by commas.</summary>
    public const string ItemsField = "items";

    /// <summary>"1" to go back instead of on.</summary>
    public const string BackField = "back";

    /// <summary>"1" to keep the vote that was cast.</summary>
    public const string KeepField = "keep";

    /// <summary>A digest of what the card says will be recorded.</summary>
    public const string VotesField = "votes";

    public const string ObjectionsInput = "objections";

    public static string ChoiceInput(string item) => $"choice.{item}";

    public static string TextInput(string item) => $"text.{item}";
}
