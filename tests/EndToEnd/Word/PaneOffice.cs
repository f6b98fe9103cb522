namespace Insek.Office.EndToEnd.Tests.Word;

/// <summary>Alone: it is a browser, the bot, the API and a storage at once.</summary>
[CollectionDefinition(nameof(PaneOffice), DisableParallelization = true)]
public sealed class PaneDefinition : ICollectionFixture<PaneOffice>;

/// <summary>What <c>up</c> starts, with somebody in front of the pane who has no Word.</summary>
public sealed class PaneOffice() : PageOffice("Word ", "tabellen-");
