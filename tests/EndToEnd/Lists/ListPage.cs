using Insek.Office.Testing;
using Microsoft.Playwright;

namespace Insek.Office.EndToEnd.Tests.Lists;

/// <summary>The page for lists as an administrator has it, who uses nothing but a keyboard.</summary>
internal sealed class ListPage : WatchedPage
{
    private const int MostTabs = 400;
    private const int Width = 1280;
    private const int Height = 900;
    private const int MostPresses = 3;
    private const float ChooserLimit = 10_000;

    private ListPage((HeadlessBrowser Browser, IPage Page) opened, Screens screens)
        : base(opened, screens, MostTabs)
    {
    }

    public ILocator Problem => Page.Locator("#problem fluent-message-bar");

    public ILocator Questions => Page.Locator("fieldset.question");

    public static async Task<ListPage> OpenAsync(ListOffice office, string locale = "de-DE")
    {
        var opened = new ListPage(await OpenWindowAsync(Width, Height, locale), office.Screens);
        await opened.Page.GotoAsync(office.Page.AbsoluteUri);
        await opened.Page.Locator("#concept:not([disabled])").WaitForAsync();
        return opened;
    }

    /// <summary>Chooses a file as a keyboard does.</summary>
    public async Task ChooseAsync(string name, byte[] content)
    {
        var chooser = await OpenChooserAsync();
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
    }

    /// <summary>Opens the dialog for a file.</summary>
    public async Task<IFileChooser> OpenChooserAsync()
    {
        await TabToAsync(Page.Locator("#file"));

        // On a loaded machine Chromium now and then lets a key pass without opening its dialog; a person presses again.
        for (var again = MostPresses; ; again--)
        {
            try
            {
                return await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Enter"), new() { Timeout = ChooserLimit });
            }
            catch (TimeoutException) when (again > 1)
            {
                await Page.BringToFrontAsync();
            }
        }
    }

    /// <summary>Drops files on the page, as from a file manager.</summary>
    public async Task DropAsync(params (string Name, byte[] Content)[] files)
    {
        await using var transfer = await Page.EvaluateHandleAsync("""
            files => {
              const transfer = new DataTransfer();
              for (const { name, content } of files) {
                transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
              }

              return transfer;
            }
            """, files.Select(file => new { name = file.Name, content = Convert.ToBase64String(file.Content) }));
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }

    /// <summary>Waits until a list was read: the focus is on the heading of the result.</summary>
    public async Task ReadAsync()
    {
        await Page.Locator("#result h2:focus").WaitForAsync();
        await Page.Locator("#progress:not(.busy)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits for the message that something failed; the focus is on it.</summary>
    public async Task FailsWithAsync(string sentence)
    {
        try
        {
            await Page.Locator("#problem fluent-message-bar:focus").Filter(new() { HasText = sentence }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"\"{sentence}\" was not said. What is there:{Environment.NewLine}{await Page.Locator("main").InnerTextAsync()}");
        }

        await Page.Locator("#progress:not(.busy)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Gives a question one of its answers, by Tab and arrow keys.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        var asked = Questions.Filter(new() { HasText = question });
        await asked.First.WaitForAsync();
        var select = asked.First.Locator("select");
        if (await select.CountAsync() > 0)
        {
            await TabToAsync(select);
            await Page.Keyboard.TypeAsync(answer);
            Assert.StartsWith(answer, await select.EvaluateAsync<string>("select => select.selectedOptions[0].label"), StringComparison.Ordinal);
            return;
        }

        var labels = await asked.First.Locator("label").AllInnerTextsAsync();
        var place = labels.ToList().FindIndex(label => label.Contains(answer, StringComparison.Ordinal));
        Assert.True(place > 0, $"\"{question}\" has no answer \"{answer}\": {string.Join(" | ", labels)}");
        await TabToAsync(asked.First.Locator("input[type=radio]:checked"));
        for (var i = 0; i < place; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public ILocator Button(string text) => Page.Locator("fluent-button").Filter(new() { HasText = text });

    /// <summary>Tabs to a button and presses it.</summary>
    public async Task PressAsync(string text)
    {
        await TabToAsync(Button(text).First);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Keeps a picture of the whole page and looks for barriers, in the window as it is and at 320 pixels.</summary>
    public async Task LookAsync(string name)
    {
        await LookAtAsync(name);
        await Page.SetViewportSizeAsync(320, 640);
        await LookAtAsync($"{name}-320");
        await FitsAsync($"{name}, 320 pixels");
        await Page.SetViewportSizeAsync(Width, Height);
    }
}
