using System.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>The parts of a workbook beside its sheets (ECMA-376 parts 1 and 2), as small as they can be.</summary>
internal static class WorkbookParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>What every XML part begins with.</summary>
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>What a sheet begins with, up to its columns.</summary>
    public const string SheetHead = Head + $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

    /// <summary>The style of the header's cells.</summary>
    public const int HeaderStyle = 1;

    /// <summary>The style of times to the second.</summary>
    public const int TimeStyle = 2;

    /// <summary>The style of times with a fraction.</summary>
    public const int FineTimeStyle = 3;

    /// <summary>The names of the parts and what is in them.</summary>
    /// <param name="sheets">The names of the sheets, in order.</param>
    public static IEnumerable<(string Name, string Content)> Of(IReadOnlyList<string> sheets)
    {
        yield return ("xl/styles.xml", Head + $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss.000"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf numFmtId="165" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>
            """);
        var listed = new StringBuilder();
        var related = new StringBuilder();
        var typed = new StringBuilder();
        for (var number = 1; number <= sheets.Count; number++)
        {
            listed.Append($"<sheet name=\"{HtmlText.Of(sheets[number - 1])}\" sheetId=\"{number}\" r:id=\"s{number}\"/>");
            related.Append($"<Relationship Id=\"s{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>");
            typed.Append($"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }

        yield return ("xl/workbook.xml", Head + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{listed}</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Head + $"<Relationships xmlns=\"{Package}/relationships\">{related}<Relationship Id=\"st\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("_rels/.rels", Head + $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"w\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("[Content_Types].xml", Head + $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{typed}</Types>
            """);
    }
}
