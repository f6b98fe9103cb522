namespace Insek.Office.Domain.Lists;

/// <summary>Offices and other partners that a list names.</summary>
/// <param name="Names">Each once, in the order of the cell.</param>
/// <param name="Lead">The one that the cell itself marks as leading ("Bauamt (FF)"); null where it marks none.</param>
public sealed record Offices(ValueList<string> Names, string? Lead = null);

/// <summary>Who is responsible, and who takes part.</summary>
/// <param name="Owner">Who is responsible.</param>
/// <param name="Partners">Who takes part.</param>
public sealed record Responsibility(string Owner, ValueList<string> Partners);

/// <summary>Reads offices and partners.</summary>
/// <remarks>
/// <para>Line breaks, semicolons, bars and bullets part offices. A stroke, a comma or "und" may also belong to one name, so they part where the parts
/// stand alone elsewhere in the list (<see cref="OfficeColumn"/>) or, for a stroke and "und", where both sides are offices by their form ("Bauamt/Ordnungsamt").</para>
/// <para>They do not part behind a hyphen ("Bau- und Ordnungsamt"), in brackets, nor behind "Amt für", "Fachbereich" and the like as long as fields
/// follow that "und" completes ("Amt für Wirtschaft, Verkehr und Umwelt"), and neither an office nor people. Everything else is unclear with both splits as choices; "Landratsamt, Straßenbauamt" always is,
/// because a part of a house and its name are written like two offices.</para>
/// </remarks>
public static class OfficeReader
{
    /// <summary>Reads a cell of any number of offices.</summary>
    public static CellReading<Offices> Read(WrittenCell cell, OfficeColumn column)
    {
        return column.Remember(cell.Written, () => ReadParts(cell, column));
    }

    private static CellReading<Offices> ReadParts(WrittenCell cell, OfficeColumn column)
    {
        var lines = CellText.CleanLines(cell.Text);
        var parts = CellText.IsNothing(lines) ? [] : ListParts.Of(lines);
        if (parts.Count == 0)
        {
            return CellReading.Empty<Offices>(cell.Written);
        }

        if (!ListParts.IsList(lines, parts))
        {
            return CellReading.Unclear<Offices>(cell.Written, CellReasons.NotRecognised);
        }

        if (CellText.IsNotStated(CellText.Fold(lines)))
        {
            return CellReading.Unclear<Offices>(cell.Written, CellReasons.NotStated);
        }

        if (parts.Count > 1 && column.Knows(ListParts.Join(parts, 0, parts.Count)))
        {
            return CellReading.Understood(cell.Written, Named([ListParts.Join(parts, 0, parts.Count)]));
        }

        var (apart, together, isSure) = OfficeSplit.Of(parts, column);
        return isSure
            ? CellReading.Understood(cell.Written, Named(apart))
            : CellReading.Unclear(cell.Written, CellReasons.SeparatorOrName, Named(apart), Named(together));
    }

    /// <summary>Reads a cell of a column for the one who is responsible.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">What is known of the list's offices.</param>
    /// <param name="firstLeads">Whether the first of several is responsible and the others take part; a person says so for the column. Else several are unclear.</param>
    public static CellReading<Responsibility> ReadOwner(WrittenCell cell, OfficeColumn column, bool firstLeads)
    {
        var offices = Read(cell, column);
        if (offices.Value is { } value)
        {
            return value.Names.Count == 1 || value.Lead is not null || firstLeads
                ? CellReading.Understood(cell.Written, Led(value))
                : CellReading.Unclear(cell.Written, CellReasons.SeveralOwners, Led(value), new Responsibility(CellText.Clean(cell.Text), []));
        }

        return offices.Understanding is CellUnderstanding.Empty
            ? CellReading.Empty<Responsibility>(cell.Written)
            : CellReading.Unclear(cell.Written, offices.Reason!, [.. offices.Choices.Select(Led), new Responsibility(CellText.Clean(cell.Text), [])]);
    }

    private static Responsibility Led(Offices offices)
    {
        var owner = offices.Lead ?? offices.Names[0];
        return new Responsibility(owner, offices.Names.Where(name => name != owner).ToValueList());
    }

    private static Offices Named(List<string> listed)
    {
        var names = listed.Count > 1 && listed.TrueForAll(name => OfficeNames.WithoutOrdinal(name) != name) ? listed.ConvertAll(OfficeNames.WithoutOrdinal) : listed;
        var leads = names.Where(OfficeNames.Leads).Select(OfficeNames.WithoutLead).ToArray();
        var bare = names.Select(OfficeNames.WithoutLead).Where(name => name.Length > 0).Distinct().ToValueList();
        return new Offices(bare.Count > 0 ? bare : listed.ToValueList(), leads is [{ Length: > 0 } only] ? only : null);
    }
}
