using Insek.Office.Domain;

namespace Insek.Office.Functions.Sheets;

/// <summary>A file that cannot be read to its end.</summary>
/// <param name="Line">The line or row where reading stopped; 0 where that is unknown.</param>
internal sealed record UnreadableFile(int Line)
    : Refusal(RefusalKind.Invalid, "unreadable-file", Line > 0 ? $"The file cannot be read; something is wrong from line {Line} on." : "The file cannot be read.");

/// <summary>A file without a single filled cell.</summary>
internal sealed record EmptyFile() : Refusal(RefusalKind.Invalid, "empty-file", "The file is empty.");

/// <summary>A file that is no .xlsx workbook, or a broken or encrypted one.</summary>
internal sealed record NotAWorkbook() : Refusal(RefusalKind.Invalid, "not-a-workbook", "The file is no .xlsx workbook, or it is damaged or protected by a password.");

/// <summary>A workbook that would unpack to more than anybody's list of measures.</summary>
/// <param name="Limit">The limit it passes, in words.</param>
internal sealed record WorkbookTooLarge(string Limit) : Refusal(RefusalKind.Invalid, "workbook-too-large", $"The workbook is too large: more than {Limit}.");
