namespace Insek.Office.Functions.Documents;

/// <summary>Writes the document's text with some of its cells edited, and every byte between them as it is: what nothing happens to need not be read.</summary>
/// <remarks>This needs a text of which pieces can be read alone; <see cref="DocumentRewrite"/> does not.</remarks>
internal static class TextSplice
{
    /// <summary>Writes the text.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="edits">What becomes of content controls, by their number, see <see cref="ScannedTable.Number"/>.</param>
    /// <param name="inOrder">Whether they are edited one after the other, as marks that are numbered must be.</param>
    /// <param name="target">Where to; stays open.</param>
    /// <returns>Whether it could be written in this way; if not, nothing is.</returns>
    public static bool TryWrite(DocumentText text, IReadOnlyDictionary<int, ControlEdit> edits, bool inOrder, Stream target)
    {
        if (!edits.Keys.All(text.Controls.ContainsKey))
        {
            return false;
        }

        var splices = edits.OrderBy(edit => edit.Key)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(inOrder ? 1 : Environment.ProcessorCount)
            .Select(edit => ControlSplice.Make(text, text.Controls[edit.Key], edit.Value))
            .ToArray();
        if (splices.Contains(null))
        {
            return false;
        }

        // What is written is held in memory until the file is packed; it need not grow on the way.
        target.SetLength(text.Bytes.Length + splices.Sum(patches => patches!.Sum(patch => patch.Written.Length - (patch.End - patch.Start))));
        var next = 0;
        foreach (var patch in splices.SelectMany(patches => patches!))
        {
            target.Write(text.Bytes, next, patch.Start - next);
            target.Write(patch.Written.Span);
            next = patch.End;
        }

        target.Write(text.Bytes, next, text.Bytes.Length - next);
        return true;
    }
}

/// <summary>A piece of a text and what takes its place.</summary>
/// <param name="Start">Where it begins, in bytes.</param>
/// <param name="End">Where it is over.</param>
/// <param name="Written">What takes its place.</param>
internal readonly record struct TextPatch(int Start, int End, ReadOnlyMemory<byte> Written);
