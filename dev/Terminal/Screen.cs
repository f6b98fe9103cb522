using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Insek.Office.Dev.Terminal;

/// <summary>One coloured line per step and process, with a spinner while it runs; plain lines for files and pipes.</summary>
internal sealed class Screen(IAnsiConsole console, TimeProvider clock)
{
    /// <summary>Columns of a table in a file or pipe.</summary>
    private const int PlainWidth = 160;

    private const int SpinnerWidth = 4;

    private readonly bool _animated = console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal;

    public static Screen Open(TimeProvider clock)
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (!Console.IsOutputRedirected)
        {
            return new Screen(AnsiConsole.Console, clock);
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        plain.Profile.Width = PlainWidth;
        return new Screen(plain, clock);
    }

    /// <summary>Runs one step and writes its line with the time it took.</summary>
    /// <param name="title">What is being done, in a few words.</param>
    /// <param name="work">The step; reports its progress and returns a short remark for its line.</param>
    public Task StepAsync(string title, Func<IProgress<string>, Task<string>> work) =>
        StepAsync(title, async progress => (true, await work(progress)));

    /// <inheritdoc cref="StepAsync(string, Func{IProgress{string}, Task{string}})"/>
    public async Task StepAsync(string title, Func<IProgress<string>, Task<(bool Succeeded, string Remark)>> work)
    {
        var started = clock.GetTimestamp();
        try
        {
            var (succeeded, remark) = _animated ? await AnimateAsync(title, work) : await PlainAsync(title, work);
            Action<string, string> write = succeeded ? Ok : Failed;
            write(title, remark.Length == 0 ? Since(started) : $"{remark}, {Since(started)}");
        }
        catch (StepFailedException)
        {
            Failed(title, Since(started));
            throw;
        }
    }

    public void Ok(string title, string remark) => Line("green", "ok", title, remark);

    public void Note(string title, string remark) => Line("yellow", "note", title, remark);

    public void Failed(string title, string remark) => Line("red", "FAIL", title, remark);

    /// <summary>A line as it is, never broken: people copy addresses and commands from it.</summary>
    public void Text(string text = "") => console.Profile.Out.Writer.WriteLine(text);

    public void Heading(string text) => Write(text, new Style(decoration: Decoration.Bold));

    public void Details(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write($"     | {line}", new Style(Color.Grey));
        }
    }

    public void Table(Table table) => console.Write(table);

    /// <summary>Says why the program ends with a failure; on standard error, so that it is seen when output goes elsewhere.</summary>
    public void Error(StepFailedException error)
    {
        Details(error.Details);
        RestoreCursor();
        Console.Error.WriteLine(error.Message);
    }

    public void RestoreCursor()
    {
        if (_animated)
        {
            console.Cursor.Show();
        }
    }

    private void Line(string colour, string mark, string title, string remark) =>
        WriteMarkup($"[{colour}]{mark,-4}[/] {Markup.Escape(title)} [grey]{Markup.Escape(remark)}[/]");

    private void Write(string text, Style style) => WriteMarkup($"[{style.ToMarkup()}]{Markup.Escape(text)}[/]");

    /// <summary>Lines in a file are never broken: they are searched, and paths in them are copied.</summary>
    private void WriteMarkup(string markup)
    {
        if (_animated)
        {
            console.MarkupLine(markup);
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(Markup.Remove(markup).TrimEnd());
        }
    }

    private string Since(long started) => string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(started).TotalSeconds:0.0} s");

    private Task<(bool, string)> AnimateAsync(string title, Func<IProgress<string>, Task<(bool, string)>> work) =>
        console.Status().StartAsync(Markup.Escape(title), status =>
            work(new Reporter(text => status.Status = Markup.Escape(Shorten($"{title}: {text}")))));

    /// <summary>A spinner takes one line.</summary>
    private string Shorten(string text) => text.Length <= console.Profile.Width - SpinnerWidth ? text : text[..Math.Max(0, console.Profile.Width - SpinnerWidth)];

    private async Task<(bool, string)> PlainAsync(string title, Func<IProgress<string>, Task<(bool, string)>> work)
    {
        Line("grey", "...", title, string.Empty);
        return await work(new Reporter(_ => { }));
    }

    /// <summary>Reports on the calling thread: <see cref="Progress{T}"/> would report late, after the step's own line.</summary>
    private sealed class Reporter(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
