using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Offices, apart and in one name.</summary>
public sealed class OfficeReaderTests
{
    [Theory]
    [InlineData("Bauamt", "Bauamt")]
    [InlineData("Bau- und Ordnungsamt", "Bau- und Ordnungsamt")]
    [InlineData("Hoch-/Tiefbauamt", "Hoch-/Tiefbauamt")]
    [InlineData("Amt für Wirtschaft, Verkehr und Umwelt", "Amt für Wirtschaft, Verkehr und Umwelt")]
    [InlineData("Fachbereich Bauen und Planen", "Fachbereich Bauen und Planen")]
    [InlineData("Amt für Wirtschaft,\nVerkehr und Umwelt", "Amt für Wirtschaft, Verkehr und Umwelt")]
    [InlineData("Amt für\nWirtschaft", "Amt für Wirtschaft")]
    [InlineData("Bauamt (Hochbau, Tiefbau)", "Bauamt (Hochbau, Tiefbau)")]
    [InlineData("Bauamt\nOrdnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt; Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("• Bauamt\n• Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("- Bauamt\n- Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt / Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt/Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt und Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt & Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("Stadtwerke Torgau GmbH / LASuV", "Stadtwerke Torgau GmbH|LASuV")]
    [InlineData("Bau- und Ordnungsamt / Kämmereiamt", "Bau- und Ordnungsamt|Kämmereiamt")]
    [InlineData("Bauamt;;\n Ordnungsamt;", "Bauamt|Ordnungsamt")]
    [InlineData("Bauamt, Bauamt; Bauamt", null)]
    [InlineData("Ordnungs-, Bau- und Sozialamt", "Ordnungs-, Bau- und Sozialamt")]
    [InlineData("FB 3 / FB 4", "FB 3|FB 4")]
    [InlineData("Amt für Bau und Amt für Umwelt", "Amt für Bau|Amt für Umwelt")]
    [InlineData("1. Bauamt\n2. Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("1. Bürgermeister", "1. Bürgermeister")]
    [InlineData("FF: Bauamt; Beteiligt: Ordnungsamt", "Bauamt|Ordnungsamt")]
    [InlineData("n. n.", null)]
    public void Marks_that_have_one_meaning_part_or_stay(string written, string? names)
    {
        var reading = OfficeReader.Read(written, OfficeColumn.Unknown);

        Assert.Equal(names, reading.Value is { } value ? string.Join('|', value.Names) : null);
    }

    [Theory]
    [InlineData("Landratsamt, Straßenbauamt", "Landratsamt|Straßenbauamt", "Landratsamt, Straßenbauamt")]
    [InlineData("Stadt Torgau, Bauamt", "Stadt Torgau|Bauamt", "Stadt Torgau, Bauamt")]
    [InlineData("Kultur, Sport", "Kultur|Sport", "Kultur, Sport")]
    [InlineData("FB Bau, Ordnung", "FB Bau|Ordnung", "FB Bau, Ordnung")]
    [InlineData("Amt für Kultur, Vereine und Schulen", "Amt für Kultur|Vereine|Schulen", "Amt für Kultur, Vereine und Schulen")]
    [InlineData("Land, Bund", "Land|Bund", "Land, Bund")]
    [InlineData("Stadtplanung und Bauaufsicht", "Stadtplanung|Bauaufsicht", "Stadtplanung und Bauaufsicht")]
    [InlineData("Müller & Partner", "Müller|Partner", "Müller & Partner")]
    [InlineData("Fachbereich Bauen/Planen", "Fachbereich Bauen|Planen", "Fachbereich Bauen/Planen")]
    public void A_mark_that_may_belong_to_the_name_is_asked_with_both_splits(string written, string apart, string together)
    {
        var reading = OfficeReader.Read(written, OfficeColumn.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.SeparatorOrName), (reading.Understanding, reading.Reason));
        Assert.Equal([apart, together], reading.Choices.Select(choice => string.Join('|', choice.Names)));
    }

    [Fact]
    public void What_stands_alone_elsewhere_in_the_list_is_an_office()
    {
        var column = OfficeColumn.Learn(["Kultur", "Sport", "Stadtplanung\nBauaufsicht", "Landratsamt", "Straßenbauamt"], ["Müller & Partner"]);

        Assert.Equal(["Kultur", "Sport"], OfficeReader.Read("Kultur, Sport", column).Value!.Names);
        Assert.Equal(["Stadtplanung", "Bauaufsicht"], OfficeReader.Read("Stadtplanung und Bauaufsicht", column).Value!.Names);
        Assert.Equal(["Müller & Partner"], OfficeReader.Read("Müller & Partner", column).Value!.Names);
        Assert.Equal(["Kultur", "Müller & Partner"], OfficeReader.Read("Kultur, Müller & Partner", column).Value?.Names ?? []);
    }

    [Fact]
    public void A_part_of_a_house_is_asked_even_where_both_stand_alone()
    {
        var column = OfficeColumn.Learn(["Landratsamt", "Straßenbauamt"], []);

        Assert.Equal(CellUnderstanding.Unclear, OfficeReader.Read("Landratsamt, Straßenbauamt", column).Understanding);
    }

    [Fact]
    public void An_office_behind_fields_is_an_office_of_its_own()
    {
        Assert.Equal(["Amt für Wirtschaft", "Bauamt"], OfficeReader.Read("Amt für Wirtschaft, Bauamt", OfficeColumn.Unknown).Value!.Names);
        Assert.Equal(["Amt für Wirtschaft, Verkehr und Umwelt", "Bauamt"], OfficeReader.Read("Amt für Wirtschaft, Verkehr und Umwelt, Bauamt", OfficeColumn.Unknown).Value!.Names);
    }

    [Fact]
    public void Who_of_several_is_responsible_is_asked_unless_the_list_says_so()
    {
        var asked = OfficeReader.ReadOwner("Bauamt / Ordnungsamt", OfficeColumn.Unknown, firstLeads: false);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.SeveralOwners), (asked.Understanding, asked.Reason));
        Assert.Equal([new Responsibility("Bauamt", ["Ordnungsamt"]), new Responsibility("Bauamt / Ordnungsamt", [])], asked.Choices);
        Assert.Equal(new Responsibility("Bauamt", ["Ordnungsamt"]), OfficeReader.ReadOwner("Bauamt / Ordnungsamt", OfficeColumn.Unknown, firstLeads: true).Value);
        Assert.Equal(new Responsibility("Ordnungsamt", ["Bauamt"]), OfficeReader.ReadOwner("Bauamt / Ordnungsamt (FF)", OfficeColumn.Unknown, firstLeads: false).Value);
        Assert.Equal(new Responsibility("Bauamt", []), OfficeReader.ReadOwner("Bauamt", OfficeColumn.Unknown, firstLeads: false).Value);
    }

    [Fact]
    public void Offices_joined_in_any_towns_style_come_apart_again() => Prop.ForAll(
        Gen.Elements("Bauamt", "Bau- und Ordnungsamt", "Amt für Wirtschaft, Verkehr und Umwelt", "Stadtwerke Torgau GmbH", "LASuV", "Kämmerei", "Heimatverein Graditz e.V.").ListOf().Where(names => names.Count is > 0 and <= 15).ToArbitrary(),
        Gen.Elements("\n", "; ", "\r\n", "\n• ", " | ", ";\n").ToArbitrary(),
        (names, joint) => OfficeReader.Read(string.Join(joint, names), OfficeColumn.Unknown).Value?.Names.SequenceEqual(names.Distinct()) == true).QuickCheckThrowOnFailure();

    [Fact]
    public void Known_offices_come_apart_at_commas() => Prop.ForAll(
        Gen.Elements("Bauamt", "Kultur", "Stadtplanung", "Kämmerei", "Jugendbeirat").ListOf().Where(names => names.Count is > 0 and <= 15).ToArbitrary(),
        Gen.Elements(", ", " und ", " / ", ",\u00A0", "/", " & ").ToArbitrary(),
        (names, joint) =>
        {
            var column = OfficeColumn.Learn(names.Select(WrittenCell.FromString), []);
            return OfficeReader.Read(string.Join(joint, names), column).Value?.Names.SequenceEqual(names.Distinct()) == true;
        }).QuickCheckThrowOnFailure();
}
