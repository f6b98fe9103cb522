using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Functions.Documents;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>However a paragraph is made up of runs, marks and notes, an edit makes it say what is wanted and loses nothing else.</summary>
public sealed class ParagraphEditTests
{
    private const string Other = "Bert Beispiel";
    private const string Own = "Insek.Office";

    private static readonly XNamespace _w = Draft.W;

    private static readonly Gen<string> _words = Gen.Elements("", " ", "a", "bb ", " c", "Radweg", "  ", "an der", "B 87", "-", "ä", "1").ArrayOf().Select(string.Concat);

    private static readonly Gen<XElement> _piece = Gen.Frequency(
        (6, _words.Select(text => new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text))),
        (1, Gen.Constant(new XElement(_w + "tab"))),
        (1, Gen.Constant(new XElement(_w + "br"))),
        (1, Gen.Constant(new XElement(_w + "noBreakHyphen"))),
        (1, Gen.Constant(new XElement(_w + "footnoteReference", new XAttribute(_w + "id", 3)))));

    private static readonly Gen<XElement> _run =
        from look in Gen.Elements<string?>(null, "b", "i")
        from pieces in _piece.ArrayOf().Resize(4)
        select new XElement(_w + "r", look is null ? null : new XElement(_w + "rPr", new XElement(_w + look)), pieces.Select(piece => new XElement(piece)));

    private static readonly Gen<XElement> _child = Gen.Frequency(
        (6, _run),
        (1, _run.Select(run => new XElement(_w + "hyperlink", run))),
        (1, _run.ArrayOf(2).Select(runs => Mark("ins", runs))),
        (1, _run.Select(run => new XElement(_w + "hyperlink", Mark("ins", run)))),
        (1, _run.Select(run => Mark("moveTo", run))),
        (1, _run.Select(run => Mark("del", Struck(run)))),
        (1, Gen.Constant(new XElement(_w + "commentRangeStart", new XAttribute(_w + "id", 5)))),
        (1, Gen.Constant(new XElement(_w + "bookmarkStart", new XAttribute(_w + "id", 6), new XAttribute(_w + "name", "hier")))));

    private static readonly Arbitrary<(XElement Cell, string Wanted)> _edits = (
        from first in _child.ArrayOf().Resize(5)
        from second in _child.ArrayOf().Resize(5)
        from isJoined in Gen.Elements(false, false, true)
        from keepsStart in Gen.Elements(false, true)
        from keepsEnd in Gen.Elements(false, true)
        from words in Gen.OneOf(_words, _words.Select(text => text + "\n" + text), _words.Select(text => text + "\t"))
        let cell = Cell(first, isJoined ? second : null)
        let old = ShownParagraph.Of(cell)[0].Text
        select (cell, (keepsStart ? old[..(old.Length / 2)] : "") + words + (keepsEnd ? old[(old.Length / 2)..] : ""))).ToArbitrary();

    [Fact]
    public void Says_what_is_wanted_and_loses_nothing_else() => Prop.ForAll(_edits, edit =>
    {
        var (cell, wanted) = (new XElement(edit.Cell), edit.Wanted);

        new ParagraphEdit(null).SetText(ShownParagraph.Of(cell)[0], wanted);

        Assert.Equal(wanted, ShownParagraph.Of(cell)[0].Text);
        Assert.Equal(Kept(edit.Cell), Kept(cell));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_is_tracked_is_accepted_or_rejected_as_a_whole() => Prop.ForAll(_edits, edit =>
    {
        var (cell, wanted) = (new XElement(edit.Cell), edit.Wanted);

        new ParagraphEdit(new Revisions(Own, DateTimeOffset.UnixEpoch)).SetText(ShownParagraph.Of(cell)[0], wanted);

        Assert.Equal(wanted, ShownParagraph.Of(cell)[0].Text);
        Assert.Equal(Kept(edit.Cell), Kept(cell));
        Assert.Equal(ShownParagraph.Of(edit.Cell)[0].Text, ShownParagraph.Of(Rejected(cell))[0].Text);
        Assert.Equal(Others(edit.Cell), Others(Rejected(cell)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("eins zwei", "eins drei")]
    [InlineData("vier zwei", "vier zwei und mehr")]
    public void Words_after_a_break_in_one_run_are_changed(string last, string wanted)
    {
        var cell = Cell([new XElement(_w + "r", new XElement(_w + "t", "oben"), new XElement(_w + "br"), new XElement(_w + "t", last))], null);

        new ParagraphEdit(null).SetText(ShownParagraph.Of(cell)[0], "oben\n" + wanted);

        Assert.Equal("oben\n" + wanted, ShownParagraph.Of(cell)[0].Text);
    }

    private static XElement Cell(XElement[] first, XElement[]? second) => new(
        _w + "tc",
        new XElement(_w + "p", second is null ? null : new XElement(_w + "pPr", new XElement(_w + "rPr", Mark("del"))), first.Select(child => new XElement(child))),
        second is null ? null : new XElement(_w + "p", second.Select(child => new XElement(child))));

    private static XElement Mark(string name, params XElement[] content) =>
        new(_w + name, new XAttribute(_w + "id", 900), new XAttribute(_w + "author", Other), new XAttribute(_w + "date", "2026-01-01T00:00:00Z"), content.Select(child => new XElement(child)));

    private static XElement Struck(XElement run)
    {
        var struck = new XElement(run);
        foreach (var text in struck.Elements(_w + "t"))
        {
            text.Name = _w + "delText";
        }

        return struck;
    }

    // Notes, comments and bookmarks, and what others have struck out.
    private static string[] Kept(XElement cell) =>
    [
        .. cell.Descendants().Where(element => element.Name.LocalName is "footnoteReference" or "commentRangeStart" or "bookmarkStart").Select(element => element.Name.LocalName),
        .. cell.Descendants(_w + "del").Where(IsOthers).Select(del => del.Value),
    ];

    // What others have put in, as they will find it.
    private static string Others(XElement cell) => string.Concat(cell.Descendants().Where(element => element.Name.LocalName is "ins" or "moveTo").Where(IsOthers).Select(element => string.Concat(ShownText.Of(element))));

    private static bool IsOthers(XElement mark) => mark.Attribute(_w + "author")?.Value == Other;

    private static XElement Rejected(XElement cell)
    {
        var rejected = new XElement(cell);
        rejected.Descendants(_w + "ins").Where(mark => !IsOthers(mark)).Remove();
        foreach (var mark in rejected.Descendants(_w + "del").Where(mark => !IsOthers(mark)).ToArray())
        {
            foreach (var text in mark.Descendants(_w + "delText").ToArray())
            {
                text.Name = _w + "t";
            }

            mark.ReplaceWith(mark.Nodes());
        }

        return rejected;
    }
}
