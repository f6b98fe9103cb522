namespace Insek.Office.Domain;

/// <summary>What a concept's head, its planning areas and sector concepts must look like.</summary>
public static class HeadRules
{
    /// <summary>The longest external id, in UTF-16 code units.</summary>
    public const int MaxExternalId = 200;

    /// <summary>All texts of a head together, in UTF-16 code units: the head is stored as one entity of at most 1 MiB.</summary>
    public const int MaxTotal = 400_000;

    private const int MaxParts = 1_000;

    /// <summary>Everything in a head that cannot be accepted.</summary>
    public static IEnumerable<ContentProblem> Check(Concept concept) =>
    [
        .. FieldRules.Required("town", concept.Town, FieldRules.MaxName),
        .. FieldRules.Required("title", concept.Title, FieldRules.MaxTitle),
        .. FieldRules.Text("shortTitle", concept.ShortTitle, FieldRules.MaxName),
        .. FieldRules.Text("titleAsPrinted", concept.TitleAsPrinted, FieldRules.MaxTitle),
        .. FieldRules.Text("horizon", concept.Horizon, FieldRules.MaxName),
        .. FieldRules.Range("horizonYears", concept.HorizonYears, 1, 50),
        .. Check("reportedTotals", concept.ReportedTotals),
        .. concept.Events.SelectMany(Check),
        .. Distinct("events.id", concept.Events.Select(e => e.Id.Value)),
        .. Check("chapters", concept.Chapters),
        .. concept.Notes.SelectMany(Check),
        .. Distinct("notes.id", concept.Notes.Select(note => note.Id)),
        .. FieldRules.Range("head", TotalOf(concept), 0, MaxTotal),
    ];

    /// <summary>Everything in a planning area that cannot be accepted.</summary>
    public static IEnumerable<ContentProblem> Check(PlanningArea area) =>
    [
        .. FieldRules.Text("code", area.Code, FieldRules.MaxName),
        .. FieldRules.Required("name", area.Name, FieldRules.MaxName),
    ];

    /// <summary>Everything in a sector concept that cannot be accepted.</summary>
    public static IEnumerable<ContentProblem> Check(SectorConcept sector) =>
    [
        .. FieldRules.Required("name", sector.Name, FieldRules.MaxName),
        .. FieldRules.Text("longName", sector.LongName, FieldRules.MaxName),
        .. FieldRules.Text("sourceTitle", sector.SourceTitle, FieldRules.MaxName),
        .. FieldRules.Range("presentationOrder", sector.PresentationOrder, 1, 999),
        .. Check("reported", sector.Reported),
    ];

    /// <summary>Everything in an external id that cannot be accepted.</summary>
    public static IEnumerable<ContentProblem> CheckExternalId(string? externalId) => FieldRules.Text("externalId", externalId, MaxExternalId);

    /// <summary>The words before places, which a goal's own check leaves out.</summary>
    public static IEnumerable<ContentProblem> CheckQualifiers(GoalContent content) =>
        content.SpatialFocus.SelectMany(focus => FieldRules.Text("spatialFocus.placesQualifier", focus.PlacesQualifier, FieldRules.MaxName));

    private static IEnumerable<ContentProblem> Check(ProcessEvent e) =>
    [
        .. FieldRules.Required("events.title", e.Title, FieldRules.MaxTitle),
        .. FieldRules.Text("events.kind", e.Kind, FieldRules.MaxName),
        .. FieldRules.Text("events.followUp", e.FollowUp, FieldRules.MaxText),
        .. e.Date == default ? [new ContentProblem("events.date", "required", null)] : Array.Empty<ContentProblem>(),
    ];

    private static IEnumerable<ContentProblem> Check(string field, ValueList<Chapter> chapters) =>
    [
        .. chapters.SelectMany(chapter => Check(field, chapter)),
        .. Distinct($"{field}.key", chapters.Select(chapter => chapter.Key)),
    ];

    private static IEnumerable<ContentProblem> Check(string field, Chapter chapter) =>
    [
        .. FieldRules.Required($"{field}.key", chapter.Key, FieldRules.MaxName),
        .. FieldRules.Text($"{field}.title", chapter.Title, FieldRules.MaxTitle),
        .. FieldRules.Text($"{field}.text", chapter.Text, FieldRules.MaxText),
        .. FieldRules.Texts($"{field}.items", chapter.Items, MaxParts, FieldRules.MaxText),
        .. chapter.Facts.SelectMany(fact => FieldRules.Required($"{field}.facts.name", fact.Name, FieldRules.MaxTitle)),
        .. chapter.Facts.SelectMany(fact => FieldRules.Text($"{field}.facts.value", fact.Value, FieldRules.MaxText)),
        .. Check(field, chapter.Chapters),
    ];

    private static IEnumerable<ContentProblem> Check(SourceNote note) =>
    [
        .. FieldRules.Required("notes.id", note.Id, FieldRules.MaxName),
        .. FieldRules.Text("notes.where", note.Where, FieldRules.MaxText),
        .. FieldRules.Texts("notes.refs", note.Refs, MaxParts, FieldRules.MaxName),
        .. FieldRules.Text("notes.kind", note.Kind, FieldRules.MaxName),
        .. FieldRules.Text("notes.printed", note.Printed, FieldRules.MaxText),
        .. FieldRules.Text("notes.taken", note.Taken, FieldRules.MaxText),
        .. FieldRules.Text("notes.why", note.Why, FieldRules.MaxText),
    ];

    private static IEnumerable<ContentProblem> Check(string field, ReportedCounts counts) =>
    [
        .. Check($"{field}.goals", counts.Goals),
        .. Check($"{field}.generalMeasures", counts.GeneralMeasures),
        .. Check($"{field}.areaMeasures", counts.AreaMeasures),
    ];

    private static IEnumerable<ContentProblem> Check(string field, ReportedCount count) =>
    [
        .. FieldRules.Range(field, count.Value, 0, 1_000_000),
        .. FieldRules.Text(field, count.Status, FieldRules.MaxName),
    ];

    private static IEnumerable<ContentProblem> Distinct(string field, IEnumerable<string> keys) =>
        keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => new ContentProblem(field, "duplicate-key", group.Key));

    private static int TotalOf(Concept concept) =>
        concept.Chapters.Sum(TotalOf)
        + concept.Events.Sum(e => e.Title.Length + LengthOf(e.Kind, e.FollowUp))
        + concept.Notes.Sum(note => note.Refs.Sum(reference => reference.Length) + LengthOf(note.Id, note.Where, note.Kind, note.Printed, note.Taken, note.Why));

    private static int TotalOf(Chapter chapter) =>
        LengthOf(chapter.Key, chapter.Title, chapter.Text)
        + chapter.Items.Sum(item => item.Length)
        + chapter.Facts.Sum(fact => LengthOf(fact.Name, fact.Value))
        + chapter.Chapters.Sum(TotalOf);

    private static int LengthOf(params ReadOnlySpan<string?> texts)
    {
        var length = 0;
        foreach (var text in texts)
        {
            length += text?.Length ?? 0;
        }

        return length;
    }
}
