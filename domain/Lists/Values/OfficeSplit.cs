namespace Insek.Office.Domain.Lists;

/// <summary>Decides which marks in a cell part offices.</summary>
internal static class OfficeSplit
{
    /// <summary>The offices with every doubtful mark parting and with none parting, and whether both are the same.</summary>
    public static (List<string> Apart, List<string> Together, bool IsSure) Of(List<ListPart> parts, OfficeColumn column)
    {
        var (apart, together, isSure) = (new List<string>(), new List<string>(), true);
        var (apartFrom, togetherFrom) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1 || parts[i].After is PartingKind.Hard;
            var decision = isLast ? true : i + 1 < KnownEnd(parts, apartFrom, column) ? false : Decide(parts, apartFrom, i, column);
            isSure &= decision is not null;
            if (decision is not false)
            {
                apart.Add(ListParts.Join(parts, apartFrom, i + 1));
                apartFrom = i + 1;
            }

            if (decision is true)
            {
                together.Add(ListParts.Join(parts, togetherFrom, i + 1));
                togetherFrom = i + 1;
            }
        }

        return (apart, together, isSure);
    }

    // Whether the mark behind a part parts what began at "from" from what follows: yes, no, or unknown.
    private static bool? Decide(List<ListPart> parts, int from, int at, OfficeColumn column)
    {
        var (left, right) = (ListParts.Join(parts, from, at + 1), parts[at + 1].Text);
        var (leftKnown, rightKnown) = (column.Knows(left), KnownEnd(parts, at + 1, column) > 0);
        if (parts[at].After is PartingKind.Comma && OfficeNames.IsContainer(left) && OfficeNames.LooksWhole(right) && !(rightKnown && leftKnown && OfficeNames.IsContainer(right)))
        {
            return null;
        }

        if (leftKnown && rightKnown)
        {
            return true;
        }

        var looksWhole = OfficeNames.LooksWhole(right);
        if (OfficeNames.NamesSeveralFields(left))
        {
            // "Amt für Wirtschaft, Verkehr und Umwelt": fields follow; "Amt für Wirtschaft, Bauamt": an office does.
            return rightKnown || OfficeNames.NamesSeveralFields(right) ? true
                : looksWhole ? parts[at].After is PartingKind.Comma ? true : null
                : IsCompleted(parts, at) ? false
                : null;
        }

        return parts[at].After is PartingKind.Stroke or PartingKind.And && OfficeNames.LooksWhole(left) && looksWhole ? true : null;
    }

    // The fields of one office are parted by commas and completed by "und".
    private static bool IsCompleted(List<ListPart> parts, int at)
    {
        for (; at + 1 < parts.Count && !OfficeNames.NamesActors(parts[at + 1].Text); at++)
        {
            if (parts[at].After is not PartingKind.Comma)
            {
                return parts[at].After is PartingKind.And;
            }
        }

        return false;
    }

    // Where the longest known name that begins at a part ends; a known name may have marks in it ("Müller & Partner").
    private static int KnownEnd(List<ListPart> parts, int from, OfficeColumn column)
    {
        var end = 0;
        for (var to = from + 1; to <= parts.Count; to++)
        {
            end = column.Knows(ListParts.Join(parts, from, to)) ? to : end;
            if (parts[to - 1].After is PartingKind.Hard)
            {
                break;
            }
        }

        return end;
    }
}
