using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Mapping;

/// <summary>A concept's head between contract and domain.</summary>
internal static class ConceptMapping
{
    public static ConceptHead ToHead(this Concept concept) => new()
    {
        Id = concept.Id.Value,
        Town = concept.Town,
        Title = concept.Title,
        ShortTitle = concept.ShortTitle,
        TitleAsPrinted = concept.TitleAsPrinted,
        IsUpdate = concept.IsUpdate,
        Horizon = concept.Horizon,
        HorizonYears = concept.HorizonYears,
        State = ParameterValue.Of(concept.State),
        ReportedTotals = concept.ReportedTotals.ToDocument(),
        Events = [.. concept.Events.Select(e => new EventDocument(e.Id.Value, e.Date, e.Title, e.Kind, e.FollowUp))],
        Chapters = [.. concept.Chapters.Select(ToDocument)],
        Notes = [.. concept.Notes.Select(ToDocument)],
    };

    /// <summary>Reads a head. The id is the caller's: it comes from the address.</summary>
    /// <returns>The head; or <see cref="InvalidContent"/> with every problem.</returns>
    public static Result<Concept> ToDomain(this ConceptHead head, ConceptId id)
    {
        var reader = new ContentReader();
        if (ContentReader.Text(head.Id) is { } stated && stated != id.Value)
        {
            reader.Add("id", "concept-id-mismatch", stated);
        }

        if (HasTooDeepChapters(head.Chapters, Chapter.MaxDepth))
        {
            // Reading on would mean recursing as deep as the sender likes.
            reader.Add("chapters", "too-deep", null);
            return reader.Result(new Concept { Id = id, Town = "", Title = "" });
        }

        var concept = new Concept
        {
            Id = id,
            Town = head.Town ?? "",
            Title = head.Title ?? "",
            ShortTitle = ContentReader.Text(head.ShortTitle),
            TitleAsPrinted = ContentReader.Text(head.TitleAsPrinted),
            IsUpdate = head.IsUpdate,
            Horizon = ContentReader.Text(head.Horizon),
            HorizonYears = head.HorizonYears,
            State = reader.Value<ConceptState>("state", head.State) ?? ConceptState.Draft,
            ReportedTotals = head.ReportedTotals.ToDomain(),
            Events = head.Events.Select((e, index) => ReadEvent(reader, e, index)).ToValueList(),
            Chapters = head.Chapters.Select(ReadChapter).ToValueList(),
            Notes = head.Notes.Select(ReadNote).ToValueList(),
        };
        reader.Add(HeadRules.Check(concept));
        return reader.Result(concept);
    }

    private static ChapterDocument ToDocument(Chapter chapter) => new()
    {
        Key = chapter.Key,
        Title = chapter.Title,
        Text = chapter.Text,
        Items = chapter.Items,
        Facts = [.. chapter.Facts.Select(fact => new ChapterFactDocument(fact.Name, fact.Value))],
        Chapters = [.. chapter.Chapters.Select(ToDocument)],
    };

    private static SourceNoteDocument ToDocument(SourceNote note) => new()
    {
        Id = note.Id,
        Where = note.Where,
        Refs = note.Refs,
        Kind = note.Kind,
        Printed = note.Printed,
        Taken = note.Taken,
        Why = note.Why,
    };

    // An event without an id gets one by its place, so that a hand-written file need not invent any.
    private static ProcessEvent ReadEvent(ContentReader reader, EventDocument? e, int index) => new(
        reader.Id("events.id", e?.Id) ?? new ItemId(FormattableString.Invariant($"event-{index + 1}")),
        e?.Date ?? default,
        e?.Title ?? "",
        ContentReader.Text(e?.Kind),
        ContentReader.Text(e?.FollowUp));

    private static Chapter ReadChapter(ChapterDocument? chapter) => new(chapter?.Key ?? "")
    {
        Title = ContentReader.Text(chapter?.Title),
        Text = ContentReader.Text(chapter?.Text),
        Items = ContentReader.Texts(chapter?.Items ?? []),
        Facts = (chapter?.Facts ?? []).Select(fact => new ChapterFact(fact?.Name ?? "", ContentReader.Text(fact?.Value))).ToValueList(),
        Chapters = (chapter?.Chapters ?? []).Select(ReadChapter).ToValueList(),
    };

    private static SourceNote ReadNote(SourceNoteDocument? note) => new(
        note?.Id ?? "",
        ContentReader.Text(note?.Where),
        ContentReader.Texts(note?.Refs ?? []),
        ContentReader.Text(note?.Kind),
        ContentReader.Text(note?.Printed),
        ContentReader.Text(note?.Taken),
        ContentReader.Text(note?.Why));

    private static bool HasTooDeepChapters(IReadOnlyList<ChapterDocument> chapters, int levels) =>
        chapters.Count > 0 && (levels == 0 || chapters.Any(chapter => chapter is not null && HasTooDeepChapters(chapter.Chapters, levels - 1)));
}
