using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Rendering;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Refreshed files opened by somebody else's word processor. Runs where LibreOffice is installed.</summary>
public sealed class RefreshedLibreOfficeTests
{
    public static TheoryData<string> Installed => LibreOffice.Path is { } path ? [path] : [];

    [TheoryWithData]
    [MemberData(nameof(Installed))]
    public async Task A_refreshed_file_opens_with_its_new_texts(string office)
    {
        var text = await OpenAsync(office, tracks: false);

        Assert.Contains("Radweg an der B 87 verbreitern", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ausbauen", text, StringComparison.Ordinal);
    }

    [TheoryWithData]
    [MemberData(nameof(Installed))]
    public async Task A_file_with_tracked_changes_opens_with_what_was_put_in(string office)
    {
        var text = await OpenAsync(office, tracks: true);

        Assert.Contains("verbreitern", text, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(string office, bool tracks)
    {
        var current = Given.Table(text: "Radweg an der B 87 verbreitern");
        current = current with { Rows = [.. current.Rows.Skip(1), new Domain.TableRow("verkehr-3", [new([new("verkehr-3", 1, "3. Fußwege sichern")]), new([]), new([new("count", 0, "0")])]), current.Rows[0]] };
        var (file, _) = Draft.Refresh(Rendered.Docx(Given.Table()), current, new RefreshOrder(false, tracks, tracks ? "Anna Muster" : null, false));
        using var opened = await LibreOffice.OpenAsync(office, file);

        Assert.True((await opened.ToPdfAsync()).AsSpan().StartsWith("%PDF-"u8));
        var text = await opened.ToTextAsync();
        Assert.All(["3. Fußwege sichern", "2. Bus & Bahn stärken", "Brücke sanieren", "Gesamt"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        return text;
    }
}
