using System.Buffers;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A quick look for texts whose encoding was broken: what it passes over is not broken, what it stops at may be (<see cref="BrokenText.Detect"/> says).</summary>
internal static class EncodingLook
{
    // German texts hold none of the first; the others they hold beside words.
    private static readonly SearchValues<char> _certain = SearchValues.Create("ÃÂâ├┬▀Ô\u0081\u008D\u008F\u0090\u009D\uFFFD");
    private static readonly SearchValues<char> _suspects = SearchValues.Create("ÃÂâ├┬▀Ô\u0081\u008D\u008F\u0090\u009D\uFFFDﬂ¸‰ˆƒ÷‹§Ÿ€…†ŠÁÇ³õ─Í▄„”Žš™á");

    /// <summary>Whether a row holds such a text.</summary>
    public static bool MayBeIn(ListLine line) => Array.Exists(line.Cells, MayBe);

    /// <summary>Whether a cell holds such a text.</summary>
    // Euro signs and quotation marks stand in half of all cells, and trying all encodings takes its time: inside a word they tell, beside one they do not.
    public static bool MayBe(WrittenCell cell)
    {
        var text = cell.Written;
        for (var i = text.AsSpan().IndexOfAny(_suspects); i >= 0;)
        {
            if (_certain.Contains(text[i]) || (i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                return true;
            }

            var next = text.AsSpan(i + 1).IndexOfAny(_suspects);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }
}
