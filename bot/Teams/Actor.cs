using Insek.Office.Bot.Api;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;

namespace Insek.Office.Bot.Teams;

/// <summary>Who acts: taken from the verified activity, never from what a card carries.</summary>
/// <param name="Id">The person's object id in the directory.</param>
/// <param name="Name">The name Teams gives, where it gives one.</param>
/// <param name="TeamsUser">The person's id in Teams (29:…).</param>
internal sealed record Actor(MemberId Id, string? Name, string TeamsUser)
{
    /// <summary>Calls the API in this person's name.</summary>
    public ApiCall Call => new(Id);

    /// <summary>Whoever sent the activity; null where the channel does not say who it was in the directory.</summary>
    public static Actor? Of(IActivity activity) =>
        activity.From is { AadObjectId: { } id } from && Identifier.IsValid(id) ? new Actor(new MemberId(id), from.Name, from.Id) : null;
}
