using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Rounds;

namespace Insek.Office.Functions.Members;

/// <summary>Finds members whom the bot cannot reach: from the conversations it knows, the installations that were tried and the notices that failed.</summary>
internal sealed class UnreachableMembers(IDirectory directory, ConversationStore conversations, Installations installations, FailedNotices failed)
{
    /// <summary>Everybody of a group, and every administrator, who cannot be reached; by name.</summary>
    public async Task<IReadOnlyList<UnreachableView>> ListAsync(CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var personal = (await conversations.ListAsync(failed: null, cancellationToken)).Where(conversation => conversation.Member is not null).ToLookup(conversation => conversation.Member!);
        var installed = await installations.ListForMembersAsync(cancellationToken);
        var notices = (await failed.ListAsync(cancellationToken)).Where(notice => notice.Member is not null).ToLookup(notice => notice.Member!.Id);
        return
        [
            .. known.Groups.SelectMany(group => group.Members).Concat(known.Administrators).Distinct()
                .Select(member => Judge(member, known, [.. personal[member.Value]], installed.GetValueOrDefault(member), [.. notices[member.Value]]))
                .OfType<UnreachableView>()
                .OrderBy(entry => entry.Member.Name, NaturalOrder.Instance),
        ];
    }

    // Null where a conversation works: whatever failed before, the member can be reached now.
    private static UnreachableView? Judge(MemberId member, TenantDirectory known, ConversationDocument[] personal, InstallationView? installation, FailedNotice[] notices)
    {
        if (personal.Any(conversation => conversation.Failure is null))
        {
            return null;
        }

        var (reason, detail) = (personal, installation, notices) switch
        {
            ([var blocked, ..], _, _) => ("blocked", blocked.Failure),
            (_, { Reason: { } refused }, _) => ("notInstalled", refused),
            (_, _, [var notice, ..]) => ("notInstalled", notice.Reason),
            (_, { }, _) => (null, null),
            _ => (known.Find(member)?.IsGuest is true ? "guest" : "unheard", (string?)null),
        };
        return reason is null ? null : new UnreachableView
        {
            Member = member.ToView(known),
            Reason = reason,
            Detail = detail,
            FailedNotices = notices.Length,
            Groups = [.. known.GroupsOf(member).Select(group => group.Id.Value)],
        };
    }
}
