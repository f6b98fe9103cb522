using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class FormulaGuardTests
{
    // Texts made of what the guard looks at, with some letters between.
    private static readonly Arbitrary<string> _texts =
        Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' ', 'a', 'ß', ';', '"').ArrayOf().Select(letters => new string(letters)).ToArbitrary();

    [Fact]
    public void Unprotect_gives_back_exactly_what_was_protected() =>
        Prop.ForAll(_texts, text => FormulaGuard.Unprotect(FormulaGuard.Protect(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_comes_back() =>
        Prop.ForAll<NonNull<string>>(text => FormulaGuard.Unprotect(FormulaGuard.Protect(text.Get)) == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void A_protected_text_never_starts_with_an_operator() =>
        Prop.ForAll(_texts, text => FormulaGuard.Protect(text) is "" || !"=+-@\t\r\n＝＋－＠".Contains(FormulaGuard.Protect(text)[0], StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("＠SUM", "'＠SUM")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("'s-Gravenhage", "'s-Gravenhage")]
    [InlineData("''", "''")]
    [InlineData("B 87 – Ausbau", "B 87 – Ausbau")]
    [InlineData("", "")]
    public void Only_what_could_run_is_guarded(string text, string expected) => Assert.Equal(expected, FormulaGuard.Protect(text));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'Altstadt'")]
    public void Unprotect_leaves_alone_what_has_no_guard(string text) => Assert.Equal(text, FormulaGuard.Unprotect(text));
}
