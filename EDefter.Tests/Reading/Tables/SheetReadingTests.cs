using System.IO.Compression;
using System.Text;
using CsCheck;
using EDefter.Core.Reading.Tables;
using Xunit;

namespace EDefter.Tests.Reading.Tables;

/// <summary>
/// Sheets are read as bytes where their XML is plain and by an XML reader where it is not. A comment in front is enough to be not plain, so the same sheet with and without one must give
/// the same rows, or break in the same way.
/// </summary>
public sealed class SheetReadingTests
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Cells =
    [
        "<c><v>1</v></c>", "<c r=\"B2\"><v>12.50</v></c>", "<c r=\"AA3\" s=\"1\"><v>45678</v></c>", "<c s=\"1\"><v>45678.5</v></c>", "<c r=\"C1\" s=\"1\"/>", "<c/>", "<c></c>", "<c><v></v></c>", "<c><v/></c>",
        "<c t=\"s\"><v>0</v></c>", "<c r=\"D1\" t=\"s\"><v>1</v></c>", "<c t=\"s\"><v>9</v></c>", "<c t=\"b\"><v>1</v></c>", "<c t=\"e\"><v>#N/A</v></c>", "<c t=\"d\"><v>2025-01-15T00:00:00</v></c>", "<c t=\"n\"><v>7</v></c>",
        "<c t=\"str\"><f>A1&amp;\"x\"</f><v>ab</v></c>", "<c><f>A1</f></c>", "<c><f/><v>5</v></c>", "<c t=\"inlineStr\"><is><t>Çınar &amp; Oğlu</t></is></c>", "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> iki  boşluk </t></is></c>",
        "<c t=\"inlineStr\"><is><t> uçta </t></is></c>", "<c t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>", "<c t=\"inlineStr\"><is><r><t>iki</t></r><r><t> parça</t></r></is></c>", "<c t=\"inlineStr\"><is><t/></is></c>", "<c t=\"inlineStr\"><is/></c>",
        "<c t=\"inlineStr\"><is><t>a&#10;b&#x131;</t></is></c>", "<c t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>", "<c t=\"inlineStr\"><is><t>a<!-- c -->b</t></is></c>", "<c t=\"inlineStr\"><is><t>satır\nsonu</t></is></c>",
        "<c t=\"inlineStr\"><is><t>satır\r\nsonu</t></is></c>", "<c t=\"inlineStr\"><v>v'de</v></c>", "<c t='s' r='F1'><v>1</v></c>", "<c  r = \"G1\"><v>1</v></c>", "<c x:extra=\"1\" r=\"H1\"><v>1</v></c>", "<c y:extra=\"1\"><v>1</v></c>",
        "<c r=\"I1\" r=\"I1\"><v>1</v></c>", "<c t=\"inlineStr\"><is><t>]]></t></is></c>", "<c t=\"inlineStr\"><is><t>\u0001</t></is></c>", "<c t=\"inlineStr\"><is><t>\uffff</t></is></c>", "<c t=\"inlineStr\"><is><t>&yok;</t></is></c>", "<c><v>1</v>",
        "<x:c r=\"J1\"><v>1</v></x:c>", "<c t=\"inlineStr\"><is><t>😀 {[]}</t></is></c>", "<c r=\"a1\"><v>3</v></c>", "<c r=\"ZZZZZZZZZZ1\"><v>3</v></c>", "<c><v xml:space=\"preserve\"> 4 </v></c>", "<c xml:space=\"preserve\"><v> 4 </v></c>", "<ext><c><v>8</v></c></ext>", "\n  ", "metin",
        "<c xmlns:3=\"urn:3\"><v>1</v></c>", "<c xml:space=\"\"><v>1</v></c>", "<c><v xml:space=\"\"> 1 </v></c>", "<c xml:space=\"default\"><v> 1 </v></c>", "<c xml:lang=\"tr\"><v>1</v></c>", "<c xmlns:q=\"http://www.w3.org/XML/1998/namespace\"><v>1</v></c>",
        "<c xmlns=\"http://www.w3.org/2000/xmlns/\"><v>1</v></c>", "<c x:=\"1\"><v>1</v></c>", "<c :x=\"1\"><v>1</v></c>", "<c xmlns:=\"urn:e\"><v>1</v></c>", "<c xmlns:e=\"\"><v>1</v></c>",
    ];

    private static readonly string[] Rows =
        ["<row>", "<row r=\"2\">", "<row r=\"7\" spans=\"1:3\" x:height=\"0.25\">", "<row r=\"1\" ht='15'>", "<x:row>", "<row xml:space=\"preserve\">", "<row xmlns:z=\"urn:z\" z:a=\"1\">", "<row\n r=\"30\">"];

    private static readonly string[] Tails = ["", "<extLst><ext xmlns:x14=\"urn:x14\" uri=\"{A}\"><x14:row><x14:c/></x14:row></ext></extLst>", "<pageMargins left=\"0.7\"/>", "<!-- son -->", "<dataValidation prompt=\"Türkçe &lt;\"/>", "<x:row><x:c><x:v>1</x:v></x:c></x:row>", "<y:a/>"];

    private static readonly string[] Heads = ["<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n", "", "\ufeff", "<?xml version='1.0' encoding='utf-8'?>", "<?xml version=\"1.0\" encoding=\"windows-1254\"?>", " <?xml version=\"1.0\"?>"];

    private static readonly Gen<string> Sheet = Gen.Select(
        Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[0, Heads.Length - 1])),
        Gen.Select(Gen.Frequency((5, Gen.Const(0)), (1, Gen.Int[0, Rows.Length - 1])), Gen.Frequency((12, Gen.Int[0, 15]), (1, Gen.Int[0, Cells.Length - 1])).Array[0, 8]).Array[0, 8],
        Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, Tails.Length - 1])),
        (head, rows, tail) => $"{Heads[head]}<worksheet xmlns=\"{Main}\" xmlns:x=\"urn:x\"><sheetData>{string.Concat(rows.Select(row => Rows[row.Item1] + string.Concat(row.Item2.Select(cell => Cells[cell])) + (Rows[row.Item1].StartsWith("<x:", StringComparison.Ordinal) ? "</x:row>" : "</row>")))}</sheetData>{Tails[tail]}</worksheet>");

    [Fact]
    public void Plain_and_unusual_sheets_are_read_alike() => Sheet.Sample(IsReadAlike, iter: 1_500);

    [Fact]
    public void A_damaged_sheet_breaks_alike() => Damaged(1_500);

    [DeepFact]
    public void A_damaged_sheet_breaks_alike_however_often_it_is_tried() => Damaged(30_000);

    private static void Damaged(int iterations) =>
        Gen.Select(Sheet, Gen.Double[0, 1], Gen.Int[0, 3], Gen.OneOf(Gen.Char["<>&\"'/ =c]"], Gen.Char)).Sample(
            (sheet, place, what, character) =>
            {
                var at = Math.Min((int)(place * sheet.Length), sheet.Length - 1);
                IsReadAlike(what switch
                {
                    0 => sheet.Remove(at, 1),
                    1 => sheet.Insert(at, character.ToString()),
                    2 => sheet[..at],
                    _ => sheet[..at] + character + sheet[(at + 1)..],
                });
            },
            iter: iterations);

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Every_way_to_write_a_cell_is_read_alike(string cell) =>
        IsReadAlike($"<worksheet xmlns=\"{Main}\" xmlns:x=\"urn:x\"><sheetData><row><c><v>1</v></c>{cell}{cell}<c><v>2</v></c></row><row>{cell}</row></sheetData></worksheet>");

    public static TheoryData<string> EveryCell => [.. Cells];

    [Fact]
    public void A_sheet_of_many_rows_is_read_alike_wherever_a_piece_of_it_ends()
    {
        var random = new Random(17);
        var rows = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"<row r=\"{i + 1}\"><c t=\"inlineStr\"><is><t>{new string('ş', random.Next(90))}</t></is></c><c><v>{i}</v></c><c t=\"s\"><v>1</v></c></row>"));
        IsReadAlike($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
    }

    private static void IsReadAlike(string sheet)
    {
        var root = sheet.IndexOf("<worksheet", StringComparison.Ordinal);
        if (root < 0)
            return;
        var judged = sheet.Insert(root, "<!-- -->");
        Assert.Equal(ReadOf(judged), ReadOf(sheet));
    }

    private static List<string> ReadOf(string sheet)
    {
        var read = new List<string>();
        using var stream = new MemoryStream(Packed(sheet));
        using var workbook = WorkbookFile.Open(stream);
        using var table = workbook.OpenSheet(0);
        try
        {
            while (table.Read())
                read.Add($"{table.Row}: {string.Join(" | ", table.Cells.Select(static cell => $"{cell.Form} {cell.Text} {cell.IsFormula}"))}");
        }
        catch (Exception exception) when (exception is InvalidDataException or TableLimitException)
        {
            read.Add(exception.GetType().Name + exception.Message);
        }

        return read;
    }

    private static byte[] Packed(string sheet)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"s\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"t\" Type=\"{Relations}/sharedStrings\" Target=\"texts.xml\"/><Relationship Id=\"y\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/texts.xml", $"<sst xmlns=\"{Main}\"><si><t>ortak</t></si><si><r><t>or</t></r><r><t>tak 2</t></r></si></sst>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Add(zip, "xl/sheet.xml", sheet);
        }

        return packed.ToArray();
    }

    // Half of a surrogate pair becomes bytes that are no UTF-8.
    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        foreach (var rune in text.EnumerateRunes())
            stream.Write(rune == Rune.ReplacementChar ? [0xED, 0xA0, 0x80] : Encoding.UTF8.GetBytes(rune.ToString()));
    }
}
