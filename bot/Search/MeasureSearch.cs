using System.Globalization;
using Insek.Office.Bot.Teams;
using Microsoft.Bot.Schema.Teams;

namespace Insek.Office.Bot.Search;

/// <summary>Answers the message extension.</summary>
internal sealed class MeasureSearch
{
    /// <summary>Finds measures.</summary>
    public Task<MessagingExtensionResponse> QueryAsync(MessagingExtensionQuery query, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken) =>
        Task.FromResult(new MessagingExtensionResponse(new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = [] }));
}
