using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Torgau;

/// <summary>Carries two goals of the sector concept Verkehr through both groups: one measure is turned down, one goes back with a wish, the rest is agreed.</summary>
/// <param name="rounds">The API.</param>
/// <param name="directory">The file with groups and members that the API reads, too.</param>
internal sealed class TorgauRound(RoundClient rounds, string directory)
{
    private const string WorkingGroup = "ag-verkehr";
    private const string SteeringGroup = "steuergruppe";

    /// <summary>Runs the round and shows the protocol of each stage.</summary>
    public async Task RunAsync(Screen screen, TimeProvider clock, CancellationToken cancellationToken)
    {
        var groups = JsonSerializer.Deserialize<DirectoryFile>(await File.ReadAllTextAsync(directory, cancellationToken), JsonSerializerOptions.Web)
            ?? throw new StepFailedException($"{directory} is empty.");
        var working = groups.Find(WorkingGroup);
        var steering = groups.Find(SteeringGroup);

        RoundView closed = null!;
        await screen.StepAsync($"Round of {working.Name}", async progress =>
        {
            closed = await DecideAsync(working, clock, progress, cancellationToken);
            return $"{closed.Items.Count} goals and measures";
        });
        screen.ShowProtocol(closed, await rounds.BallotsAsync(closed.Id, working.Chair, cancellationToken));

        RoundView agreed = null!;
        await screen.StepAsync($"Round of {steering.Name}", async progress =>
        {
            agreed = await AgreeAsync(closed, steering, progress, cancellationToken);
            return $"{agreed.Items.Count} goals and measures";
        });
        screen.ShowProtocol(agreed, await rounds.BallotsAsync(agreed.Id, steering.Chair, cancellationToken));
    }

    private async Task<RoundView> DecideAsync(DirectoryGroup group, TimeProvider clock, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var opened = await rounds.OpenAsync(
            group.Chair,
            new OpenRound { Group = group.Id, Title = "Verkehr: Ziele 1 und 2", Goals = ["verkehr-1", "verkehr-2"], Rule = "unanimous", QuorumPercent = 75, Due = clock.GetUtcNow().AddDays(14) },
            cancellationToken);
        var round = await rounds.UntilAsync(opened.Id, group.Chair, "open", cancellationToken);
        var measures = round.Items.Where(item => item.Kind == "measure").ToList();
        foreach (var (index, member) in group.Members.Index())
        {
            progress.Report($"vote {index + 1} of {group.Members.Count}");

            // The second member wants one measure worded otherwise, the last turns another one down.
            var votes = round.Items.Select(item => (index, item.Id) switch
            {
                (1, var id) when id == measures[0].Id => new VoteView(id, item.Revision, "approveWithChange", "Bitte einen Zeitraum nennen."),
                (3, var id) when id == measures[^1].Id => new VoteView(id, item.Revision, "reject", "Die Unterhaltung ist nicht gesichert."),
                _ => new VoteView(item.Id, item.Revision, "approve"),
            });
            await rounds.CastAsync(round.Id, member, [.. votes], cancellationToken);
        }

        return await rounds.UntilAsync(round.Id, group.Chair, "closed", cancellationToken);
    }

    private async Task<RoundView> AgreeAsync(RoundView closed, DirectoryGroup group, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var id = closed.FollowedBy ?? throw new StepFailedException("The working group's round was not followed by one of the steering group.");
        var round = await rounds.UntilAsync(id, group.Chair, "open", cancellationToken);
        foreach (var (index, member) in group.Members.Index())
        {
            progress.Report($"vote {index + 1} of {group.Members.Count}");
            await rounds.CastAsync(id, member, [.. round.Items.Select(item => new VoteView(item.Id, item.Revision, "approve"))], cancellationToken);
        }

        return await rounds.UntilAsync(id, group.Chair, "closed", cancellationToken);
    }

    private sealed record DirectoryFile(IReadOnlyList<DirectoryGroup> Groups)
    {
        public DirectoryGroup Find(string id) => Groups.FirstOrDefault(group => group.Id == id) ?? throw new StepFailedException($"The directory has no group {id}.");
    }

    private sealed record DirectoryGroup(string Id, string Name, string Chair, IReadOnlyList<string> Members);
}
