using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>The list a deadline was shown in: what is shown again after something was done with one of its entries.</summary>
/// <param name="Kind">digest, overview or list.</param>
/// <param name="Key">The digest's day, the overview's week, or what was typed after <c>fristen</c>.</param>
/// <param name="Page">The page, from 0.</param>
/// <param name="In">Of a list: the concept; null for the person's own deadlines of all concepts.</param>
/// <param name="Week">The week of the overview that led to it, to lead back; null where none did.</param>
internal sealed record DeadlineOrigin(string Kind, string Key, int Page = 0, string? In = null, string? Week = null)
{
    public const string DigestKind = "digest";
    public const string OverviewKind = "overview";
    public const string ListKind = "list";

    private const string KindField = "list";
    private const string KeyField = "of";
    private const string PageField = "page";
    private const string InField = "in";
    private const string WeekField = "week";
    private const int LongestKey = 200;

    /// <summary>The person's own deadlines: where a card names no list.</summary>
    public static DeadlineOrigin Mine { get; } = new(ListKind, string.Empty);

    /// <summary>Reads it from a card's data.</summary>
    public static DeadlineOrigin Read(CardActionContext context)
    {
        var key = context.Text(KeyField) ?? string.Empty;
        var page = int.TryParse(context.Text(PageField), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (context.Text(KindField), context.Text(InField)) switch
        {
            (DigestKind, _) when DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new DeadlineOrigin(DigestKind, key, page),
            (OverviewKind, _) when Identifier.IsValid(key) => new DeadlineOrigin(OverviewKind, key, page),
            (ListKind, { } concept) when Identifier.IsValid(concept) && key.Length <= LongestKey => new DeadlineOrigin(ListKind, key, page, concept, ReadWeek(context)),
            _ => Mine with { Page = page },
        };
    }

    /// <summary>The week of the overview that led to a card; null where none did.</summary>
    public static string? ReadWeek(CardActionContext context) => context.Text(WeekField) is { } week && Identifier.IsValid(week) ? week : null;

    /// <summary>Names the overview that led to a card in what a button carries.</summary>
    public static Dictionary<string, string> WithWeek(Dictionary<string, string> data, string week) => new(data) { [WeekField] = week };

    /// <summary>Adds it to what a button carries.</summary>
    public Dictionary<string, string> Data(Dictionary<string, string>? of = null)
    {
        var data = of is null ? [] : new Dictionary<string, string>(of);
        data[KindField] = Kind;
        if (Key.Length > 0)
        {
            data[KeyField] = Key;
        }

        if (Page > 0)
        {
            data[PageField] = Page.ToString(CultureInfo.InvariantCulture);
        }

        if (In is not null)
        {
            data[InField] = In;
        }

        return Week is null ? data : WithWeek(data, Week);
    }
}
