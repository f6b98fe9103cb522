using System.Xml.Linq;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Rendering;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Drafts whose tables have other columns than the concept's have now.</summary>
public sealed class ReshapedDraftTests
{
    [Fact]
    public void A_table_with_other_columns_is_replaced_whole_and_keeps_its_caption_and_bookmark()
    {
        var draft = WithoutColumn(Rendered.Docx(Given.Table()));

        var (file, tables) = Draft.Refresh(draft, Given.Table());

        Assert.Equal("shape", Assert.Single(tables.Single().Outcome!.Applied).Id);
        Assert.Equal(Given.Table().Read(), Draft.Shown(file).Read());
        Assert.Equal(Outside(draft), Outside(file));
        Assert.Empty(Rendered.Validate(file));
        Assert.Equal(file, Draft.Refresh(file, Given.Table()).File);
    }

    [Fact]
    public void A_table_with_other_columns_is_left_where_changes_are_tracked_or_somebody_has_edited_it()
    {
        var draft = WithoutColumn(Rendered.Docx(Given.Table()));
        var edited = Draft.Edit(draft, root => root.Paragraph("Brücke sanieren").Type("Brücke neu bauen"));

        var (tracked, kept) = (Draft.Refresh(draft, Given.Table(), new RefreshOrder(false, true, "Anna Muster", false)), Draft.Refresh(edited, Given.Table()));
        var replaced = Draft.Refresh(edited, Given.Table(), new RefreshOrder(true, false, null, false));

        Assert.Equal(draft, tracked.File);
        Assert.Equal("shape", Assert.Single(tracked.Tables.Single().Outcome!.Left).Id);
        Assert.Equal(edited, kept.File);
        Assert.True(Assert.Single(kept.Tables.Single().Outcome!.Left).IsConflict);
        Assert.Equal(Given.Table().Read(), Draft.Shown(replaced.File).Read());
    }

    private static byte[] WithoutColumn(byte[] docx)
    {
        var draft = Draft.Edit(docx, root =>
        {
            root.Descendants(Draft.W + "gridCol").Last().Remove();
            root.Descendants(Draft.W + "tr").Select(row => row.Elements(Draft.W + "tc").Last()).Remove();
        });
        return Draft.Edit(
            draft,
            root =>
            {
                root.Elements(Rendered.Data + "column").Last().Remove();
                root.Elements(Rendered.Data + "row").Select(row => row.Elements(Rendered.Data + "cell").Last()).Remove();
            },
            "customXml/item1.xml");
    }

    private static string Outside(byte[] file)
    {
        var root = Rendered.ZipPart(file, Draft.Text);
        root.Descendants(Draft.W + "tbl").Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }
}
