using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Dev.Terminal;
using Spectre.Console;

namespace Insek.Office.Dev.Torgau;

/// <summary>The protocol of a closed round in a terminal: what was decided on each item, and who said what.</summary>
internal static class ProtocolScreen
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    extension(Screen screen)
    {
        public void ShowProtocol(RoundView round, IReadOnlyList<BallotView> ballots)
        {
            screen.Heading($"Protocol: {round.GroupName}, {round.Title} ({round.Rule}, quorum {round.QuorumPercent} %)");
            var decisions = new Table().Border(TableBorder.Rounded).AddColumns("No.", "Title", "Decision", "Yes", "With change", "No", "Abstained", "Recused");
            foreach (var (item, outcome) in round.Items.Zip(round.Outcomes))
            {
                decisions.AddRow(
                    new Text(item.Number),
                    new Text(item.Title),
                    new Text(outcome.Decision),
                    Count(outcome.Approve),
                    Count(outcome.ApproveWithChange),
                    Count(outcome.Reject),
                    Count(outcome.Abstain),
                    Count(outcome.Recused));
            }

            screen.Table(decisions);
            foreach (var (item, statement) in round.Items.Zip(round.Outcomes).SelectMany(pair => pair.Second.Statements.Select(statement => (pair.First, statement))))
            {
                screen.Text($"{item.Number} {statement.Choice}, {statement.For.Name}: {statement.Text}");
            }

            foreach (var ballot in ballots)
            {
                screen.Text($"{ballot.For.Name}: {(ballot.CastAt is { } at ? $"{at.ToLocalTime().ToString("g", German)}, {ballot.Votes.Count} votes" : "did not vote")}{(ballot.By is { } by && by.Id != ballot.For.Id ? $", cast by {by.Name}" : "")}");
            }

            screen.Text();
        }
    }

    private static Text Count(int count) => new(count == 0 ? "" : count.ToString(German)) { Justification = Justify.Right };
}
