using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A card in the page.</summary>
internal sealed class PageCard(IPage page, ILocator card)
{
    public ILocator Locator => card;

    public Task ClickAsync(string button) => card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>Chooses from a list that opens.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        await card.GetByRole(AriaRole.Combobox, new LocatorGetByRoleOptions { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = option }).ClickAsync();
    }

    /// <summary>Checks or unchecks in a list that opens and takes several.</summary>
    public async Task TickInListAsync(string label, string option)
    {
        await card.GetByRole(AriaRole.Combobox, new LocatorGetByRoleOptions { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemcheckbox, new PageGetByRoleOptions { Name = option }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    public Task TickAsync(string box) => card.GetByRole(AriaRole.Checkbox, new LocatorGetByRoleOptions { Name = box }).CheckAsync();

    public Task SelectAsync(string radio) => card.GetByRole(AriaRole.Radio, new LocatorGetByRoleOptions { Name = radio }).CheckAsync();

    public Task FillAsync(string label, string value) => card.GetByLabel(label).FillAsync(value);
}
