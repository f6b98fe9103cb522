using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;

namespace Insek.Office.Functions.Resolutions;

/// <summary>Between resolutions as they cross the wire and as the domain knows them.</summary>
internal static class ResolutionMapping
{
    extension(ResolutionDocument document)
    {
        /// <summary>Reads the document.</summary>
        /// <returns>The resolution; or <see cref="InvalidContent"/> with every reason.</returns>
        public Result<CouncilResolution> ToDomain(ResolutionId id, MemberId by, DateTimeOffset at)
        {
            var reader = new ContentReader();
            if (document.Date is null)
            {
                reader.Add("date", "required", null);
            }

            var resolution = new CouncilResolution
            {
                Id = id,
                Number = document.Number?.Trim() ?? "",
                Date = document.Date ?? default,
                Title = ContentReader.Text(document.Title),
                Decisions = document.Items.Select((item, index) => Read(reader, item, index)).OfType<CouncilDecision>().ToValueList(),
                RecordedBy = by,
                RecordedAt = at,
            };

            // Positions are those of the document only where every item could be read.
            if (reader.Problems.Count == 0)
            {
                reader.Add(resolution.Check());
            }

            return reader.Result(resolution);
        }
    }

    extension(ResolutionRow row)
    {
        public ResolutionView ToView(TenantDirectory people)
        {
            var resolution = row.ToResolution();
            return new ResolutionView
            {
                Id = resolution.Id.Value,
                Number = resolution.Number,
                Date = resolution.Date,
                Title = resolution.Title,
                Items = [.. resolution.Decisions.Select(decision => new ResolutionItem(decision.Item.Value, decision.Revision, ParameterValue.Of(decision.Result), decision.Amendment))],
                RecordedBy = new MemberView(resolution.RecordedBy.Value, people.NameOf(resolution.RecordedBy)),
                RecordedAt = resolution.RecordedAt,
                State = row.IsRecording() ? "recording" : "recorded",
            };
        }
    }

    extension(TaskRow row)
    {
        public TaskView ToView(TenantDirectory people) => new()
        {
            Id = row.ReadId(),
            Kind = row.Kind,
            Item = row.Item,
            Text = row.Text,
            Resolution = row.Resolution,
            State = row.State,
            CreatedAt = row.CreatedAt,
            DoneAt = row.DoneAt,
            DoneBy = row.DoneBy is { } by ? new MemberView(by, people.NameOf(new MemberId(by))) : null,
        };
    }

    private static CouncilDecision? Read(ContentReader reader, ResolutionItem item, int index)
    {
        var field = FormattableString.Invariant($"items[{index}]");
        var result = ParameterValue.Parse<CouncilResult>(item.Result);
        if (result is null)
        {
            reader.Add($"{field}.result", string.IsNullOrWhiteSpace(item.Result) ? "required" : "invalid-value", item.Result);
        }

        if (!Identifier.IsValid(item.Id))
        {
            reader.Add($"{field}.id", "invalid-id", item.Id);
            return null;
        }

        return result is { } known ? new CouncilDecision(new ItemId(item.Id), item.Revision, known, ContentReader.Text(item.Amendment)) : null;
    }
}
