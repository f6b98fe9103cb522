using System.Globalization;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Pictures of what a run has shown, numbered in its order, in <c>out/screens</c> of the checkout.</summary>
internal sealed class Screens
{
    private readonly string _folder = System.IO.Path.Combine(Checkout.Root, "out", "screens");
    private int _taken;

    public Screens()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
    }

    public string Path(string name) => System.IO.Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_taken:00}-{name}.png"));
}
