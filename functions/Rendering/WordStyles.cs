using System.Xml;

namespace Insek.Office.Functions.Rendering;

/// <summary>The styles of our documents. Built-in styles carry Word's English names; Word shows them in the reader's language.</summary>
internal static class WordStyles
{
    public const string TableStyleId = "InsekTable";

    // White on 1F3864 has a contrast of 11.6:1, the text on the light bands more.
    private const string Table = """
        <w:style w:type="paragraph" w:styleId="Caption">
          <w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="35"/><w:qFormat/>
          <w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr>
          <w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="20"/></w:rPr>
        </w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal">
          <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
          <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
        </w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="InsekTable">
          <w:name w:val="INSEK Tabelle"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
          <w:pPr><w:spacing w:before="20" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>
          <w:rPr><w:sz w:val="18"/></w:rPr>
          <w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="8496B0"/><w:left w:val="single" w:sz="4" w:space="0" w:color="8496B0"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="8496B0"/><w:right w:val="single" w:sz="4" w:space="0" w:color="8496B0"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="8496B0"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="8496B0"/></w:tblBorders></w:tblPr>
          <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
          <w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="1F3864"/></w:tcBorders></w:tcPr></w:tblStylePr>
          <w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F5FA"/></w:tcPr></w:tblStylePr>
        </w:style>
        """;

    private const string Normal = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        """;

    private const string Document = """
        <w:style w:type="paragraph" w:styleId="Heading1">
          <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>
          <w:pPr><w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before="0" w:after="160"/><w:outlineLvl w:val="0"/></w:pPr>
          <w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="32"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="Heading2">
          <w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:unhideWhenUsed/><w:qFormat/>
          <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr>
          <w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="26"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="Title">
          <w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Subtitle"/><w:uiPriority w:val="10"/><w:qFormat/>
          <w:pPr><w:spacing w:before="3600" w:after="240" w:line="240" w:lineRule="auto"/></w:pPr>
          <w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="52"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="Subtitle">
          <w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="11"/><w:qFormat/>
          <w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:color w:val="44546A"/><w:sz w:val="28"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="TOCHeading">
          <w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:qFormat/>
          <w:pPr><w:keepNext/><w:spacing w:before="360" w:after="160"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="32"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="TOC1">
          <w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
          <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:after="80"/><w:ind w:right="567"/></w:pPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="TOC2">
          <w:name w:val="toc 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
          <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:after="80"/><w:ind w:left="220" w:right="567"/></w:pPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="TableofFigures">
          <w:name w:val="table of figures"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
          <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:after="80"/><w:ind w:right="567"/></w:pPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="Header">
          <w:name w:val="header"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
          <w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="8496B0"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>
        </w:style>
        <w:style w:type="paragraph" w:styleId="Footer">
          <w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
          <w:pPr><w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>
        </w:style>
        """;

    private const string Language = """<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/>""";

    private const string Defaults = $"""
        <w:docDefaults>
          <w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>{Language}</w:rPr></w:rPrDefault>
          <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>
        </w:docDefaults>
        """;

    private const string OnlyLanguage = $"<w:docDefaults><w:rPrDefault><w:rPr>{Language}</w:rPr></w:rPrDefault></w:docDefaults>";

    /// <summary>The styles part of a document of our own.</summary>
    public static void WriteDocumentStyles(XmlWriter xml) => Write(xml, Defaults + Normal + Document + Table);

    /// <summary>The styles a table needs when it is inserted into somebody else's document, and none that would change that document.</summary>
    public static void WriteTableStyles(XmlWriter xml) => Write(xml, OnlyLanguage + Normal + Table);

    private static void Write(XmlWriter xml, string styles)
    {
        using var text = new StringReader($"<w:styles xmlns:w=\"{WordTable.Namespace}\">{styles}</w:styles>");
        using var reader = XmlReader.Create(text, new XmlReaderSettings { IgnoreWhitespace = true, DtdProcessing = DtdProcessing.Prohibit });
        reader.MoveToContent();
        xml.WriteNode(reader, defattr: false);
    }
}
