using System.Diagnostics;
using System.Text;

namespace Insek.Office.Dev.Processes;

/// <summary>How to start a program: what, where, and with which additions to the environment.</summary>
internal sealed record Launch(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Variables set for the program; <see langword="null"/> removes one that we have.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The program with all streams redirected: its input is the pipe whose end tells it that we are gone.</summary>
    public Process Start()
    {
        var info = new ProcessStartInfo(FileName, Arguments)
        {
            WorkingDirectory = WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in Environment)
        {
            info.Environment[name] = value;
        }

        return Process.Start(info) ?? throw new InvalidOperationException($"{FileName} did not start.");
    }
}
