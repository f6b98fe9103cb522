namespace Insek.Office.Domain.Lists;

/// <summary>How sure a mark parts two names.</summary>
internal enum PartingKind
{
    /// <summary>Nothing comes after.</summary>
    None,

    /// <summary>A line break, semicolon, bar or bullet: these stand in no name.</summary>
    Hard,

    /// <summary>A stroke.</summary>
    Stroke,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>"und", "&amp;" or "+".</summary>
    And,
}

/// <summary>A part of a cell of names.</summary>
/// <param name="Text">The part, trimmed.</param>
/// <param name="After">What parts it from the next.</param>
/// <param name="Joint">That mark as written, with its blanks.</param>
internal readonly record struct ListPart(string Text, PartingKind After, string Joint);

/// <summary>Cuts a cell of names at every mark that may part two.</summary>
/// <remarks>
/// Marks in brackets belong to the name. So does "und" behind a hyphen ("Bau- und Ordnungsamt"), a stroke beside one ("Hoch-/Tiefbau"), and a line break
/// that a hyphen, "und" or "für" at its edge shows to be a wrapped line.
/// </remarks>
internal static class ListParts
{
    // Every run of parts is tried as a name, so a cell of thousands of commas must not be.
    private const int MaxParts = 64;
    private const int MaxLength = 2_000;

    private static readonly string[] _ands = [" und ", " & ", " + ", " u. ", " sowie "];

    private static readonly string[] _openEnds = [" und", " für", " der", " des", " u.", " &", " von", "-", ","];

    /// <summary>The parts of a text with line breaks, in order; empty ones are left out.</summary>
    public static List<ListPart> Of(string lines)
    {
        var parts = new List<ListPart>(2);
        var (start, depth) = (0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            depth = lines[i] switch { '(' or '[' => depth + 1, ')' or ']' when depth > 0 => depth - 1, _ => depth };
            var kind = PartingKind.None;
            var length = depth == 0 ? At(lines, start, i, out kind) : 0;
            if (length > 0)
            {
                var (left, right) = (lines.AsSpan(0, i).TrimEnd(' ').Length, Wrapped(lines, i + length, kind));
                Add(parts, lines[start..i], kind, lines[Math.Max(left, start)..right]);
                start = right;
                i = right - 1;
            }
        }

        Add(parts, lines[start..], PartingKind.None, "");
        return parts;
    }

    /// <summary>Whether a cell is short enough to be a list of names; a longer one is prose.</summary>
    public static bool IsList(string lines, List<ListPart> parts) => lines.Length <= MaxLength && parts.Count <= MaxParts;

    /// <summary>Parts with their marks between them, as written.</summary>
    public static string Join(List<ListPart> parts, int from, int to)
    {
        var text = parts[from].Text;
        for (var i = from + 1; i < to; i++)
        {
            text = string.Concat(text, parts[i - 1].Joint.Replace('\n', ' '), parts[i].Text);
        }

        return text;
    }

    private static int At(string lines, int start, int at, out PartingKind kind)
    {
        kind = PartingKind.None;
        switch (lines[at])
        {
            case ';' or '|' or '•' or '●' or '▪' or '·' or '‣':
                kind = PartingKind.Hard;
                return 1;
            case '\n':
                kind = IsWrapped(lines, start, at) ? PartingKind.None : PartingKind.Hard;
                return kind is PartingKind.None ? 0 : 1;
            case '/' when !IsBesideHyphen(lines, at):
                kind = PartingKind.Stroke;
                return 1;
            case ',' when !IsStem(lines, at):
                kind = PartingKind.Comma;
                return 1;
            case ' ' when !IsStem(lines, at):
                foreach (var and in _ands)
                {
                    if (string.CompareOrdinal(lines, at, and, 0, and.Length) == 0)
                    {
                        kind = PartingKind.And;
                        return and.Length;
                    }
                }

                return 0;
            default:
                return 0;
        }
    }

    // A line that ends with a comma, a stroke or "und" goes on, unless the next one has a bullet.
    private static int Wrapped(string lines, int at, PartingKind kind)
    {
        var end = at;
        while (end < lines.Length && (lines[end] == ' ' || (lines[end] == '\n' && kind is not PartingKind.Hard)))
        {
            end++;
        }

        var isBullet = end + 1 < lines.Length && lines[end + 1] == ' ' && (CellText.IsDash(lines[end]) || lines[end] is '•' or '●' or '▪' or '·' or '‣');
        return isBullet ? at : end;
    }

    private static void Add(List<ListPart> parts, string text, PartingKind after, string joint)
    {
        // "- Bauamt" and "– Bauamt" in a line of their own are bullets.
        var trimmed = text.Trim(' ', '\n');
        trimmed = trimmed.Length > 2 && CellText.IsDash(trimmed[0]) && trimmed[1] == ' ' ? trimmed[2..].TrimStart() : trimmed;
        trimmed = trimmed.Replace('\n', ' ');
        if (trimmed.Length > 0)
        {
            parts.Add(new ListPart(trimmed, after, joint));
        }
        else if (parts.Count > 0 && (after is PartingKind.Hard || parts[^1].After is not PartingKind.Hard))
        {
            // Of two marks beside each other the surer one holds.
            parts[^1] = parts[^1] with { After = after is PartingKind.None ? parts[^1].After : after, Joint = parts[^1].Joint + joint.TrimStart() };
        }
    }

    private static bool IsWrapped(string lines, int start, int at)
    {
        var line = lines.AsSpan(start, at - start);
        foreach (var end in _openEnds)
        {
            if (line.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var next = lines.AsSpan(at + 1);
        return next.StartsWith("und ", StringComparison.Ordinal) || next.StartsWith("& ", StringComparison.Ordinal) || next.StartsWith("für ", StringComparison.Ordinal) || next.StartsWith("u. ", StringComparison.Ordinal);
    }

    private static bool IsBesideHyphen(string lines, int at) =>
        (at > 0 && CellText.IsDash(lines[at - 1])) || (at + 1 < lines.Length && CellText.IsDash(lines[at + 1]));

    private static bool IsStem(string lines, int at) => at > 0 && CellText.IsDash(lines[at - 1]);
}
