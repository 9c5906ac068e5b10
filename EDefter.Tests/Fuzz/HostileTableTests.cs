using System.Text;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Tests.Reading;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Workbooks and other tables that would take much memory or time.</summary>
public sealed class HostileTableTests
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("<a>", 500_000)]
    [InlineData("<a{0}/>", 200_000)]
    [InlineData("<![CDATA[{1}", 3_000_000)]
    [InlineData("<sheet name=\"S\" r:id=\"s\"/>", 20_000)]
    public void A_workbook_that_would_fill_the_memory_is_refused(string piece, int times)
    {
        var parts = PartsOf(string.Empty);
        parts[1] = ("xl/workbook.xml", HostileInput.Repeated($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>", piece, times));
        var packed = Archives.Pack(parts);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var refused = Record.Exception(() => VoucherTableReader.Read(new MemoryStream(packed), isWorkbook: true, VoucherTable.Profile).Count());
        Assert.True(refused is TableLimitException or InvalidDataException, refused?.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, HostileInput.AllocatedMost);
    }

    [Fact]
    public void A_cell_of_thousands_of_pieces_is_one_text()
    {
        using var rows = new XmlTableReader(new MemoryStream(Encoding.UTF8.GetBytes($"<r><t>{string.Concat(Enumerable.Repeat("<![CDATA[ab]]>", 20_000))}</t></r>")), 10_000_000);
        Assert.True(rows.Read());
        Assert.Equal(40_000, rows.Cells[0].Text.Length);
    }

    [Fact]
    public void A_part_whose_declaration_the_reader_of_the_platform_stumbles_over_is_a_broken_workbook()
    {
        var parts = PartsOf("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>");
        Assert.Equal("a", CellOf(parts).Text);
        for (var at = 0; at < parts.Count; at++)
        {
            List<(string, byte[])> broken = [.. parts];
            broken[at] = (parts[at].Name, HostileInput.BrokenDeclaration);
            Assert.Throws<InvalidDataException>(() => CellOf(broken));
        }
    }

    [Fact]
    public void A_number_format_longer_than_any_is_not_parsed_and_no_date()
    {
        const string Row = "<row><c s=\"0\"><v>45000</v></c></row>";
        Assert.Equal(CellForm.Date, CellOf(PartsOf(Row, StylesOf(1_024))).Form);
        Assert.Equal(CellForm.Number, CellOf(PartsOf(Row, StylesOf(1_025))).Form);
    }

    [Fact]
    public void A_workbook_names_no_more_parts_than_may_be_looked_at()
    {
        var parts = PartsOf("<row><c><v>1</v></c></row>");
        Assert.Equal("1", CellOf(parts, new WorkbookLimits { RelationsMax = 2 }).Text);
        Assert.Throws<TableLimitException>(() => CellOf(parts, new WorkbookLimits { RelationsMax = 1 }));
    }

    [Fact]
    public void A_workbook_unpacks_to_no_more_than_may_be_looked_at_however_often_its_parts_are_read()
    {
        var parts = PartsOf("<row><c><v>1</v></c></row>" + new string(' ', 10_000));
        var bytes = parts.Sum(part => (long)part.Content.Length);
        using var workbook = WorkbookFile.Open(new MemoryStream(Archives.Pack(parts)), new WorkbookLimits { BytesMax = bytes + 10_000 });
        ReadAll();
        Assert.Throws<TableLimitException>(ReadAll);

        void ReadAll()
        {
            using var sheet = workbook.OpenSheet(0);
            while (sheet.Read())
            {
                // All of its bytes pass.
            }
        }
    }

    private static TableCell CellOf(IEnumerable<(string, byte[])> parts, WorkbookLimits? limits = null)
    {
        using var workbook = WorkbookFile.Open(new MemoryStream(Archives.Pack(parts)), limits);
        using var sheet = workbook.OpenSheet(0);
        Assert.True(sheet.Read());
        return sheet.Cells[0];
    }

    private static string StylesOf(int formatCharacters) =>
        $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy&quot;{new string('x', formatCharacters - 12)}&quot;\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>";

    private static List<(string Name, byte[] Content)> PartsOf(string rows, string styles = "") =>
    [
        ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"S\" r:id=\"s\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships><Relationship Id=\"s\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"f\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>")),
        ("xl/sheet.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/styles.xml", Encoding.UTF8.GetBytes($"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>")),
    ];
}
