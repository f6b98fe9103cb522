using System.Collections.Concurrent;
using Insek.Office.Bot.Api;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Teams;

/// <summary>Has the API install the app for people whom the bot finds nowhere. Teams then tells the bot where the chat is, and what could not be sent is sent.</summary>
internal sealed class Installer(ApiClient api, TimeProvider clock)
{
    /// <summary>Policies and catalogues change by people's hands: asking for each notice would help nobody.</summary>
    private static readonly TimeSpan _askAgainAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<MemberId, (DateTimeOffset At, bool Works)> _known = new();

    /// <summary>Installs the app for a member, unless that was tried within the last hour.</summary>
    /// <returns>Whether the app is installed, as far as Microsoft 365 says; false where it cannot be, or where people come from a file.</returns>
    /// <exception cref="ApiUnavailableException">Neither is known: the API or Microsoft 365 is away.</exception>
    public async Task<bool> InstallAsync(MemberId member, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(member, out var known) && now - known.At < _askAgainAfter)
        {
            return known.Works;
        }

        var answer = await api.PostAsync($"api/members/{member.Value}/installation", ContractsJson.Default.InstallationView, ApiCall.AsBot with { Operation = Guid.NewGuid().ToString("N") }, cancellationToken);
        var works = answer.TryGet(out var installation, out _) && installation.State is ("installed" or "alreadyInstalled");
        _known[member] = (now, works);
        return works;
    }
}
