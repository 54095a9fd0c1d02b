using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>Writes the smallest spreadsheet that Excel would open.</summary>
internal static class Spreadsheet
{
    /// <summary>A sheet of texts, numbers (double) and dates (DateTime, as day numbers with a date's format).</summary>
    public static void Write(string path, params object[][] rows)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override
            PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            </Types>
            """);
        Add("_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
        Add("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
            <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Add("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
            Target="styles.xml"/></Relationships>
            """);
        Add("xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>
            <fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        string cells = string.Concat(rows.Select(static (row, i) =>
            $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, j) => Cell(cell, $"{(char)('A' + j)}{i + 1}")))}</row>"));
        Add("xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>");

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text.Trim());
        }
    }

    private static string Cell(object value, string place) => value switch
    {
        double number => $"<c r=\"{place}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        DateTime at => $"<c r=\"{place}\" s=\"1\"><v>{at.ToOADate().ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape((string)value)}</t></is></c>",
    };
}
