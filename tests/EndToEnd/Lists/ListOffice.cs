namespace Insek.Office.EndToEnd.Tests.Lists;

/// <summary>Alone: it is a browser, the bot, the API and a storage at once.</summary>
[CollectionDefinition(nameof(ListOffice), DisableParallelization = true)]
public sealed class ListDefinition : ICollectionFixture<ListOffice>;

/// <summary>What <c>up</c> starts, with an administrator in front of the page for lists.</summary>
public sealed class ListOffice() : PageOffice("Lists ", "liste-");
