using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Insek.Office.Functions.Items;

/// <summary>The query of a list of goals or measures, as it comes in. A repeated or comma-joined <c>state</c> means any of them.</summary>
internal sealed class ItemQuery
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    [Description("A sector concept's key.")]
    [FromQuery(Name = "sector")]
    public string? Sector { get; init; }

    [Description("A planning area's id.")]
    [FromQuery(Name = "area")]
    public string? Area { get; init; }

    [Description("general or areaSpecific; measures only.")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("States, joined by commas.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [Description("true for key measures only, false for the others; measures only.")]
    [FromQuery(Name = "key")]
    public string? Key { get; init; }

    [Description("Looked for in id, title, description and owner.")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("Changed at this instant or later, ISO 8601 with offset.")]
    [FromQuery(Name = "changedSince")]
    public string? ChangedSince { get; init; }

    [Description("Entries per page, 1 to 1,000; 100 where absent.")]
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [Description("From the page before.")]
    [FromQuery(Name = "continuation")]
    public string? Continuation { get; init; }

    /// <summary>Reads the filter against what the concept has.</summary>
    public Result<ItemFilter> Read(ConceptSnapshot concept)
    {
        if (Sector is not null && (!Identifier.IsValid(Sector) || concept.Find(new SectorKey(Sector)) is null))
        {
            return new UnknownSector(Sector);
        }

        if (Area is not null && (!Identifier.IsValid(Area) || concept.Find(new AreaId(Area)) is null))
        {
            return new UnknownArea(Area);
        }

        if (!TryRead("kind", Kind, ParameterValue.Parse<MeasureKind>, out var kind, out var refusal)
            || !TryRead("state", State, ReadStates, out var states, out refusal)
            || !TryRead("key", Key, text => bool.TryParse(text, out var value) ? value : null, out bool? key, out refusal)
            || !TryRead("changedSince", ChangedSince, ReadInstant, out var since, out refusal))
        {
            return refusal!;
        }

        return new ItemFilter
        {
            Sector = Sector is null ? null : new SectorKey(Sector),
            Area = Area is null ? null : new AreaId(Area),
            Kind = kind,
            States = states,
            IsKeyMeasure = key,
            Text = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
            ChangedSince = since,
        };
    }

    /// <summary>Cuts the page that is asked for. The token names the entry before it, so pages stay right while entries come and go.</summary>
    public Result<Page<TView>> Cut<TItem, TView>(IReadOnlyList<TItem> items, Func<TItem, ItemId> idOf, Func<TItem, TView> view)
    {
        if (!TryRead("limit", Limit, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxLimit ? number : null, out int? limit, out var refusal))
        {
            return refusal!;
        }

        var start = 0;
        if (Continuation is not null)
        {
            if (!TryReadToken(Continuation, out var last, out var position))
            {
                return new InvalidParameter("continuation", Continuation);
            }

            var found = Enumerable.Range(0, items.Count).FirstOrDefault(index => idOf(items[index]).Value == last, -1);

            // The entry that ended the page before is gone: go on where it stood.
            start = Math.Min(found < 0 ? position : found + 1, items.Count);
        }

        var page = items.Skip(start).Take(limit ?? DefaultLimit).ToArray();
        var end = start + page.Length;
        return new Page<TView>([.. page.Select(view)], items.Count, end < items.Count ? Token(idOf(page[^1]), end - 1) : null);
    }

    private static string Token(ItemId last, int position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position}:{last}")));

    private static bool TryReadToken(string token, out string last, out int position)
    {
        (last, position) = ("", 0);
        if (!Base64Url.IsValid(token))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(':', 2);
        last = parts[^1];
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }

    private static IReadOnlyList<ItemState>? ReadStates(string text)
    {
        var states = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParameterValue.Parse<ItemState>).ToArray();
        return states.Length == 0 || states.Contains(null) ? null : [.. states.Select(state => state!.Value)];
    }

    private static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    private static bool TryRead<T>(string name, string? text, Func<string, T?> read, out T? value, out Refusal? refusal)
    {
        value = string.IsNullOrEmpty(text) ? default : read(text);
        refusal = !string.IsNullOrEmpty(text) && value is null ? new InvalidParameter(name, text) : null;
        return refusal is null;
    }
}
