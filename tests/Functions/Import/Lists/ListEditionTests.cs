using Insek.Office.Domain;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>The next edition of a list, beside what the concept has from the first.</summary>
public sealed class ListEditionTests
{
    private const string Head = "Nr.;Maßnahme;Handlungsfeld;Kosten in EUR\n";

    [Fact]
    public void Without_numbers_the_title_tells_the_measure_and_a_near_one_is_asked()
    {
        var first = Imported("-;Radweg an der Elbstraße bauen;Verkehr;\n-;Marktplatz neu gestalten;Verkehr;\n");
        const string next = $"{Head}-;RADWEG an der Elbstrasse bauen;Verkehr;1.000 €\n-;Marktplatz neu und grün gestalten;Verkehr;\n";

        var report = Given.Plan(first, next).Report.List!;
        var question = Assert.Single(report.Questions);
        var same = Given.Plan(first, next, report.Answer(("same:", question.Choices[0].Value)));
        var added = Given.Plan(first, next, report.Answer(("same:", "new")));

        Assert.Equal(("same", true), (question.Kind, question.Blocks));
        Assert.Equal((0, 2, 0), (same.Report.List!.Edition.New, same.Report.List.Edition.Changed, same.Report.List.Edition.Gone));
        Assert.Equal((1, 1, 1), (added.Report.List!.Edition.New, added.Report.List.Edition.Changed, added.Report.List.Edition.Gone));
    }

    [Fact]
    public void What_was_changed_is_said_field_by_field_and_a_row_moved_is_no_change()
    {
        var first = Imported("1;Radweg;Verkehr;1.000 €\n2;Brücke;Verkehr;\n");

        var plan = Given.Plan(first, $"Titelzeile der neuen Liste;;;\n{Head}2;Brücke;Verkehr;\n1;Radweg;Verkehr;2.000 €\n");

        var change = Assert.Single(plan.Report.List!.Edition.Changes);
        Assert.Equal(("changed", "1"), (change.Kind, change.Number));
        Assert.Equal(("costEuro", "1000", "2000"), change.Fields.Select(field => (field.Field, field.Before, field.After)).Single());
        Assert.Single(plan.Measures);
    }

    [Fact]
    public void What_the_list_says_besides_changes_without_a_revision()
    {
        var first = Samples.Apply(Samples.Concept, Given.Plan(Samples.Concept, "Nr.;Maßnahme;Handlungsfeld;Notiz\n1;Radweg;Verkehr;alt\n"));

        var planned = Assert.Single(Given.Plan(first, "Nr.;Maßnahme;Handlungsfeld;Notiz\n1;Radweg;Verkehr;neu\n").Measures);

        Assert.Equal((1, 2, ChangeKind.Relabelled), (planned.Item.Revision, planned.Item.Version, Assert.Single(planned.Changes).Kind));
        Assert.Equal("neu", Assert.Single(planned.Item.Origin!.Cells).Text);
    }

    [Fact]
    public void A_split_measure_goes_on_where_somebody_says_so()
    {
        var first = Imported("24;Radweg;Verkehr;\n");
        const string next = $"{Head}24a;Radweg Nord;Verkehr;\n24b;Radweg Süd;Verkehr;\n";
        var report = Given.Plan(first, next).Report.List!;

        var continued = Given.Plan(first, next, report.Answer(("split:24", report.Questions.Single().Choices[0].Value)));

        Assert.Equal((2, 1), (report.Edition.New, report.Edition.Split));
        Assert.Equal((1, 1, 0), (continued.Report.List!.Edition.New, continued.Report.List.Edition.Changed, continued.Report.List.Edition.Gone));
        Assert.Equal("24a", continued.Measures.Single(measure => measure.Before is not null).Item.ExternalId);
    }

    [Fact]
    public void Numbers_that_count_anew_in_every_Handlungsfeld_are_told_apart()
    {
        var first = Imported("1;Radweg;Verkehr;\n1;Schule;Bildung;\n");

        var again = Given.Plan(first, $"{Head}1;Radweg;Verkehr;\n1;Schule;Bildung;5.000 €\n");

        Assert.Equal(["bildung/1", "verkehr/1"], first.Measures.Select(measure => measure.ExternalId).Order());
        Assert.Equal("Schule", Assert.Single(again.Measures).Item.Content.Title);
    }

    [Fact]
    public void Two_lists_with_the_same_numbers_do_not_touch_each_other()
    {
        var first = Imported("1;Radweg;Verkehr;\n2;Brücke;Verkehr;\n");

        var other = Given.Plan(first, $"{Head}1;Hort am Park;Bildung;\n2;Mensa;Bildung;\n", name: "Schulliste");

        Assert.Equal((2, 0, 0), (other.Report.List!.Edition.New, other.Report.List.Edition.Changed, other.Report.List.Edition.Gone));
        Assert.Equal(["Schulliste/1", "Schulliste/2"], other.Measures.Select(measure => measure.Item.ExternalId));
    }

    [Fact]
    public void A_number_given_twice_is_asked_and_a_row_repeated_is_listed()
    {
        var report = Given.List(Samples.Concept, $"{Head}1;Radweg;Verkehr;\n1;Radweg;Verkehr;\n1;Brücke;Verkehr;\n");

        Assert.Equal("heading measure duplicate measure", report.Kinds());
        Assert.Equal("number-twice", Assert.Single(report.Questions).Reason);
    }

    [Fact]
    public void A_state_the_groups_decide_on_stays_and_one_that_tracking_may_set_is_taken()
    {
        const string list = "Nr.;Maßnahme;Handlungsfeld;Status\n1;Radweg;Verkehr;{0}\n";
        var draft = Samples.Apply(Samples.Concept, Given.Plan(Samples.Concept, string.Format(System.Globalization.CultureInfo.InvariantCulture, list, "")));

        var plan = Given.Plan(draft, string.Format(System.Globalization.CultureInfo.InvariantCulture, list, "in Umsetzung"));
        var resolved = Given.Plan(Samples.Concept, string.Format(System.Globalization.CultureInfo.InvariantCulture, list, "beschlossen"));

        Assert.False(plan.IsRefused);
        Assert.Contains(plan.Report.Problems, problem => problem is { Severity: "warning", Code: "state-not-importable" });
        Assert.Equal(ItemState.Draft, resolved.Measures[0].Item.State);
        Assert.Equal("beschlossen", Assert.Single(resolved.Measures[0].Item.Origin!.Cells).Text);
    }

    private static ConceptSnapshot Imported(string rows) => Samples.Apply(Samples.Concept, Given.Plan(Samples.Concept, Head + rows));
}
