using Insek.Office.Contracts;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A cell, what it was read as, and what that does to the measure.</summary>
internal sealed record FieldReading(string Written, CellUnderstanding Understanding)
{
    /// <summary>The field that the list says something about, be it nothing; null where the cell was not understood.</summary>
    public ListField? Says { get; init; }

    /// <summary>Puts what was understood into the measure; null where there is nothing to put.</summary>
    public Action<ListedMeasure>? Set { get; init; }

    /// <summary>Puts <see cref="Shown"/> into the measure, where the field holds what is shown: hardly a text comes twice, and each would need a <see cref="Set"/> of its own.</summary>
    public Action<ListedMeasure, string?>? SetText { get; init; }

    /// <summary>What people read beside the original; null where nothing was understood.</summary>
    public string? Shown { get; init; }

    /// <summary>Why it was not understood as a whole, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>What a person may choose from; empty where nobody is asked.</summary>
    public IReadOnlyList<ListChoice> Choices { get; init; } = [];

    /// <summary>The question about the whole list that has to be answered first, for example priority-order; null where the cell is asked itself.</summary>
    public string? AskedOnce { get; init; }

    /// <summary>Whether a person is asked about this cell.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The id of the question about it, once it was asked.</summary>
    public string? QuestionId { get; set; }

    /// <summary>Whether the cell stays with the measure as written.</summary>
    public bool IsKept => Understanding is CellUnderstanding.Partly or CellUnderstanding.Unclear;

    /// <summary>Notes in the measure what the cell says of it.</summary>
    public void Apply(ListedMeasure measure)
    {
        if (Says is { } field)
        {
            measure.Know(field);
            Set?.Invoke(measure);
            SetText?.Invoke(measure, Shown);
        }
    }

    /// <summary>A cell that holds nothing, of a column that fills no field.</summary>
    public static FieldReading Blank { get; } = new("", CellUnderstanding.Empty);

    /// <summary>A cell of a column that fills no field.</summary>
    public static FieldReading Kept(string written) => new(written, CellUnderstanding.Unclear) { Reason = "kept" };
}
