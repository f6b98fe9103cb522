using System.Globalization;
using System.IO.Compression;
using System.Text;
using Insek.Office.Benchmarks.Data;

namespace Insek.Office.Benchmarks.Lists;

/// <summary>A town hall's list of measures as Excel saves it: one sheet, shared strings, a title, headings, groups, a sum, and the same in every run.</summary>
internal static class GeneratedList
{
    private const int Seed = 4711;
    private const int RowsPerGroup = 250;

    private static readonly string[] _headings = ["Nr.", "Maßnahme", "Beschreibung", "Priorität", "Zeithorizont", "Zuständigkeit", "Akteure", "Kosten", "Förderung", "Ortsteil", "Status", "Fertigstellung", "Bemerkung"];
    private static readonly string[] _sectors = ["Städtebau/Denkmalpflege", "Wohnen", "Wirtschaft/Handel/Tourismus", "Umwelt/Klima"];
    private static readonly string[] _owners = ["Bauamt", "Stadtwerke", "Ordnungsamt", "Amt für Bildung, Jugend und Soziales", "Bauamt / Ordnungsamt"];
    private static readonly string[] _partners = ["IHK", "Verein Altstadt e. V.", "IHK\nWohnstätten GmbH", ""];
    private static readonly string[] _costs = ["1.250.000 €", "250 bis 300 Tsd. €", "< 20.000 €", "85.000 €", "ca. 40.000 €", "k. A.", "12.500 €"];
    private static readonly string[] _dates = ["31.12.2027", "III/2026", "ab 2025", "2026/2027 ff.", "Daueraufgabe", "bis 2030", ""];
    private static readonly string[] _states = ["in Umsetzung", "geplant", "umgesetzt", "", "noch nicht begonnen"];
    private static readonly string[] _priorities = ["hoch", "mittel", "gering", "A", "1"];
    private static readonly string[] _horizons = ["kurzfristig", "mittelfristig", "langfristig", "kurz- bis mittelfristig", "Daueraufgabe"];
    private static readonly string[] _areas = ["Altstadt", "Nordwest", "Ost", "Süd", "Gesamtstadt"];

    /// <summary>The workbook.</summary>
    /// <param name="measures">How many rows hold a measure.</param>
    public static byte[] Workbook(int measures)
    {
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        var sheet = Sheet(Rows(measures), strings);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Maßnahmen" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
            Write(zip, "xl/worksheets/sheet1.xml", sheet);
            Write(zip, "xl/sharedStrings.xml", SharedStrings(strings));
        }

        return file.ToArray();
    }

    private static IEnumerable<string[]> Rows(int measures)
    {
        var text = new GermanText(Seed);
        yield return ["Maßnahmenliste der Stadt Musterstadt"];
        yield return _headings;
        for (var i = 0; i < measures; i++)
        {
            if (i % RowsPerGroup == 0)
            {
                yield return [$"Handlungsfeld: {_sectors[i / RowsPerGroup % _sectors.Length]}"];
            }

            yield return
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), text.Title(i + 1), text.Description(), text.Pick(_priorities), text.Pick(_horizons), text.Pick(_owners), text.Pick(_partners), text.Pick(_costs),
                "Städtebauförderung", text.Pick(_areas), text.Pick(_states), text.Pick(_dates), i % 5 == 0 ? $"siehe Vorlage {i}" : "",
            ];
        }

        yield return ["Summe", "", "", "", "", "", "", "99.999.999 €"];
    }

    private static string Sheet(IEnumerable<string[]> rows, Dictionary<string, int> strings)
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        foreach (var (index, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i].Length > 0)
                {
                    strings.TryAdd(row[i], strings.Count);
                    xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{index + 1}\" t=\"s\"><v>{strings[row[i]]}</v></c>");
                }
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string SharedStrings(Dictionary<string, int> strings)
    {
        var xml = new StringBuilder("""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        foreach (var text in strings.OrderBy(pair => pair.Value))
        {
            xml.Append("<si><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape(text.Key)).Append("</t></si>");
        }

        return xml.Append("</sst>").ToString();
    }

    private static void Write(ZipArchive zip, string path, string content)
    {
        using var part = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
