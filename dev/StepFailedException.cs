namespace Insek.Office.Dev;

/// <summary>Something a developer can understand and mend; shown as it stands, without a stack trace.</summary>
internal sealed class StepFailedException(string message, IReadOnlyList<string>? details = null) : Exception(message)
{
    /// <summary>The last lines of the program that failed, the oldest first.</summary>
    public IReadOnlyList<string> Details { get; } = details ?? [];
}
