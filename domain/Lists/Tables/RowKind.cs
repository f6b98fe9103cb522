using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>What a row of a list is.</summary>
public enum RowKind
{
    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A title or remark above the headings.</summary>
    Title,

    /// <summary>Headings, at first or repeated on a later page.</summary>
    Heading,

    /// <summary>Units below the headings.</summary>
    Unit,

    /// <summary>Technical names of columns.</summary>
    Technical,

    /// <summary>The Handlungsfeld of the rows below.</summary>
    Group,

    /// <summary>Sums, page numbers, remarks.</summary>
    Footer,

    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Somebody's test.</summary>
    Test,

    /// <summary>A measure that was given up.</summary>
    Cancelled,

    /// <summary>A reference to another measure.</summary>
    Reference,

    /// <summary>The same as an earlier row.</summary>
    Duplicate,

    /// <summary>Left out because somebody said so, or because its sheet is not read.</summary>
    Skipped,

    /// <summary>A person has to say what it is.</summary>
    Unclear,
}

/// <summary>What a person decided a row to be.</summary>
public enum RowDecision
{
    /// <summary>A measure.</summary>
    Measure,

    /// <summary>The Handlungsfeld of the rows below.</summary>
    Group,

    /// <summary>Nothing to import.</summary>
    Skip,
}

/// <summary>A row and what it is.</summary>
/// <param name="Line">The row.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, as a code.</param>
public sealed record ClassifiedRow(ListLine Line, RowKind Kind, string Reason)
{
    /// <summary>Its texts, by which a decision about it outlasts its place.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>Of a group: what it calls the Handlungsfeld. Of a duplicate: the row it repeats.</summary>
    public string? Text { get; init; }

    /// <summary>Of a reference: the number it refers to.</summary>
    public MeasureNumber? RefersTo { get; init; }

    /// <summary>Of every row below one: the nearest group above.</summary>
    public string? Group { get; internal set; }
}

/// <summary>What a row is by itself.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Key">The row by its texts; null where nobody need name it.</param>
/// <param name="KeyHash">The hash of its key.</param>
/// <param name="TitleHash">The hash of its title.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RowAlone(ClassifiedRow Row, string? Key, int KeyHash, int TitleHash);
