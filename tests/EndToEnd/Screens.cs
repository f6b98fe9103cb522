using System.Globalization;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>Pictures of what a run has shown, numbered in its order, in <c>out/screens</c> of the checkout.</summary>
/// <param name="prefix">Begins the names of one run's pictures; those of other runs stay.</param>
internal sealed class Screens(string prefix)
{
    private readonly string _folder = System.IO.Path.Combine(Checkout.Root, "out", "screens");
    private int _taken;

    /// <summary>Removes the pictures of the last run.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(_folder);
        foreach (var old in Directory.EnumerateFiles(_folder, $"{prefix}*.png").Where(IsOurs))
        {
            File.Delete(old);
        }
    }

    public string Path(string name) => System.IO.Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_taken:00}-{name}.png"));

    private bool IsOurs(string path) => char.IsAsciiDigit(System.IO.Path.GetFileName(path)[prefix.Length]);
}
