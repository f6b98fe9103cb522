using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Looks at the rows of a sheet while further rows are read: the reader keeps one core busy, and this the next.</summary>
internal sealed class LineLooks
{
    private const int ChunkSize = 1_000;

    private readonly List<Task<bool>> looks = [];
    private List<ListLine> chunk = new(ChunkSize);

    /// <summary>Takes the next row.</summary>
    public void Add(ListLine line)
    {
        chunk.Add(line);
        if (chunk.Count == ChunkSize)
        {
            var full = chunk;
            looks.Add(Task.Run(() => Look(full)));
            chunk = new(ChunkSize);
        }
    }

    /// <summary>Whether a text of any row may be broken; waits for the last look.</summary>
    public bool MayBeBroken()
    {
        var last = Look(chunk);

        // What nobody has begun yet is done by whoever waits for it.
        Task.WaitAll(looks);
        return last || looks.Exists(look => look.Result);
    }

    private static bool Look(List<ListLine> lines)
    {
        var mayBeBroken = false;
        foreach (var line in lines)
        {
            mayBeBroken |= BrokenText.MayBe(line);

            // Asked for again and again later on.
            _ = line.Filled;
        }

        return mayBeBroken;
    }
}
