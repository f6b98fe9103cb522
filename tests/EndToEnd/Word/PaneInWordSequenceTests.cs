using System.Text.RegularExpressions;

namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>
/// Whatever editors and the concept do in whatever order: the pane and the server, which sees nothing but the saved file, say the same of every table,
/// no edit by hand is lost to the add-in, and no two tables share a name once they were repaired.
/// </summary>
[Collection(nameof(PaneInWordOffice))]
public sealed partial class PaneInWordSequenceTests(PaneInWordOffice office)
{
    private const int Steps = 6;
    private const int MostTables = 3;

    private static readonly string[] _measures = ["sport-1-1", "sport-1-2", "sport-1-3", "sport-1-4", "sport-1-5", "sport-2-1", "sport-2-2", "sport-2-3", "sport-2-4"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_sequence_keeps_edits_and_pane_and_server_agree(int seed)
    {
        var random = new Random(seed);
        await using var pane = await PaneInWordPage.OpenAsync(office);
        var done = new List<string>();
        await StepAsync(pane, random, "insert", done);
        for (var step = 1; step < Steps; step++)
        {
            await StepAsync(pane, random, Next(random), done);
        }

        pane.AssertClean();
    }

    private static string Next(Random random) => random.Next(10) switch
    {
        0 => "insert",
        1 or 2 => "type",
        3 or 4 => "concept",
        5 or 6 => "refresh",
        7 => "keep",
        8 => "copy",
        _ => "undo",
    };

    private async Task StepAsync(PaneInWordPage pane, Random random, string step, List<string> done)
    {
        done.Add(step);
        var story = string.Join(", ", done);
        var before = await ByHandAsync(pane);
        var isOfTheAddIn = await DoAsync(pane, random, step, done.Count);
        await pane.CheckAsync();
        if (step is "refresh")
        {
            await RepairAsync(pane);
        }

        var after = await ByHandAsync(pane);
        if (isOfTheAddIn)
        {
            Assert.True(before.IsSubsetOf(after), $"{story}: lost {string.Join(", ", before.Except(after))}");
        }

        var shown = await pane.StatesAsync();
        var inFile = await office.Concept.StatusAsync(await pane.SaveAsync());
        Assert.True(shown.SequenceEqual(inFile.Select(table => (table.Instance, table.State))), $"{story}: the pane says {string.Join(", ", shown)}, the server {string.Join(", ", inFile)}");
        if (step is "refresh")
        {
            Assert.True(inFile.Select(table => table.Instance).Distinct(StringComparer.Ordinal).Count() == inFile.Count, $"{story}: two tables share an instance");
        }
    }

    /// <returns>Whether it was the add-in that changed the document.</returns>
    private async Task<bool> DoAsync(PaneInWordPage pane, Random random, string step, int number)
    {
        var tables = await pane.InWordAsync<int>("word.blocks().filter((block) => block.startsWith('sdt:')).length");
        switch (step)
        {
            case "insert" when tables < MostTables:
                await pane.InWordAsync("word.select(-1)");
                await pane.InsertAsync("sector-measures", "sport");
                return true;

            case "type" when tables > 0:
                await pane.InWordAsync($"word.userTypes({random.Next(tables)}, {random.Next(1, 3)}, 1, 'Von Hand {number}', 0)");
                return false;

            case "concept":
                var measure = _measures[random.Next(_measures.Length)];
                await office.Concept.RetitleAsync(measure, $"Maßnahme {measure}, {Guid.NewGuid():N}");
                return true;

            case "refresh":
                await pane.RibbonAsync("refreshAll");
                return true;

            case "keep":
                await KeepAsync(pane);
                return true;

            // On the web a paste drops the control.
            case "copy" when tables is > 0 and < MostTables:
                await pane.InWordAsync($"word.copyTable({random.Next(tables)}, {(random.Next(3) == 0 ? "false" : "true")})");
                return false;

            case "undo":
                // Word may take the text back and leave the data beside it.
                await pane.InWordAsync($"word.undo({(random.Next(2) == 0 ? "true" : "false")})");
                return false;

            default:
                return true;
        }
    }

    /// <summary>The first proposal with conflicts: the editor's texts stay.</summary>
    private static async Task KeepAsync(PaneInWordPage pane)
    {
        await pane.CheckAsync();
        var proposals = pane.Page.Locator("[data-focus^='open-']");
        if (await proposals.CountAsync() == 0)
        {
            return;
        }

        await proposals.First.ClickAsync();
        await pane.Proposal.WaitForAsync();
        var mine = pane.Proposal.Locator("input[value=mine]");
        var count = await mine.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await mine.Nth(i).CheckAsync();
        }

        if (count > 0)
        {
            await pane.Button("Auswahl übernehmen").ClickAsync();
            await pane.SettledAsync();
        }

        if (await pane.Proposal.CountAsync() > 0)
        {
            await pane.Button("Zurück zur Liste").ClickAsync();
        }
    }

    /// <summary>Everything the pane offers to repair.</summary>
    private static async Task RepairAsync(PaneInWordPage pane)
    {
        for (var left = MostTables; left > 0 && await pane.Page.Locator("[data-focus^='repair-']").CountAsync() > 0; left--)
        {
            await pane.Page.Locator("[data-focus^='repair-']").First.ClickAsync();
            await pane.SettledAsync();
        }
    }

    private static async Task<HashSet<string>> ByHandAsync(PaneInWordPage pane) =>
        [.. ByHand().Matches(string.Concat(new SavedDocument(await pane.SaveAsync()).Content()["word/document.xml"])).Select(match => match.Value)];

    [GeneratedRegex(@"Von Hand \d+", RegexOptions.None, 1000)]
    private static partial Regex ByHand();
}
