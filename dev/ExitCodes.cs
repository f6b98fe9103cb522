namespace Insek.Office.Dev;

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>Interrupted before the work was done, as shells report Ctrl+C.</summary>
    public const int Interrupted = 130;

    public const string Explained =
        "Exit codes: 0 done (for up: stopped as asked), 1 failed, 130 interrupted before the work was done.";
}
