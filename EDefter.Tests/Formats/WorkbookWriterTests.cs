using System.Globalization;
using ClosedXML.Excel;
using CsCheck;
using EDefter.Core.Formats.Workbook;
using Xunit;

namespace EDefter.Tests.Formats;

public sealed class WorkbookWriterTests
{
    private static readonly WorkbookColumn[] Columns = [.. Enumerable.Range(1, 5).Select(i => new WorkbookColumn("S" + i.ToString(CultureInfo.InvariantCulture)))];

    // Texts that people and machines trip over, and any others that XML can hold.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("000123", "1,2E+15", "=1+1", "+90 212", "-5", "@ad", " baş", "son ", "a\tb", "a\nb", "a\rb", "a\r\nb", "_x0041_", "_x005F_x0041_", "__x00DC__", "<&>\"'", "ıİşŞğĞçÇöÖüÜ", "😀", "]]>", "TRUE", "01.02.2025", "#REF!"),
        Gen.String[Gen.Char[' ', '~'], 1, 40],
        Gen.String[Gen.Char['\u00a1', '\ud7ff'], 1, 20]);

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Gen.Select(Texts.Array[1, 30], Gen.Bool).Sample(
            (texts, references) =>
            {
                var workbook = Write(references, texts.Select((text, i) => (Action<WorkbookWriter>)(writer =>
                {
                    writer.Text(text);
                    writer.Number(i);
                    writer.Number(i + 0.01m);
                    writer.Empty();
                    writer.Date(new DateOnly(2025, 1, 1).AddDays(i));
                })));
                var cells = WorkbookReader.Cells(workbook).Where(cell => cell.Row > 1).ToList();
                for (var i = 0; i < texts.Length; i++)
                {
                    var row = cells.Where(cell => cell.Row == i + 2).ToList();
                    Assert.Equal(("text", texts[i]), (row[0].Kind, row[0].Value));
                    Assert.Equal((2, "number", i.ToString(CultureInfo.InvariantCulture)), (row[1].Column, row[1].Kind, row[1].Value));
                    Assert.Equal((3, "number", (i + 0.01m).ToString(CultureInfo.InvariantCulture)), (row[2].Column, row[2].Kind, row[2].Value));
                    Assert.Equal((5, "date", new DateOnly(2025, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (row[3].Column, row[3].Kind, row[3].Value));
                }
            },
            iter: 200);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_validator_says_nothing_and_ClosedXML_reads_the_values(bool references)
    {
        string[] texts = ["000123", "=1+1", " boşluklu ", "çok\nsatırlı", "<&>\"'", "ıİşŞğĞçÇöÖüÜ", "12345678901234567890"];
        var workbook = Write(references, texts.Select((text, i) => (Action<WorkbookWriter>)(writer =>
        {
            writer.Text(text);
            writer.Number(i);
            writer.Number(1234567.89m);
            writer.Empty();
            writer.Date(new DateOnly(2025, 1, 31));
        })));

        WorkbookJudges.AssertValid(workbook);
        var cells = WorkbookJudges.Read(workbook).Where(cell => cell.Row > 1).ToList();
        Assert.Equal(texts, cells.Where(cell => cell.Column == 1).Select(cell => cell.Value));
        Assert.All(cells.Where(cell => cell.Column == 1), cell => Assert.Equal(XLDataType.Text, cell.Kind));
        Assert.All(cells.Where(cell => cell.Column == 3), cell => Assert.Equal(1234567.89, cell.Value));
        Assert.All(cells.Where(cell => cell.Column == 5), cell => Assert.Equal(new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Unspecified), cell.Value));
    }

    [Fact]
    public void Nothing_becomes_a_formula()
    {
        var workbook = Write(references: true, [writer => writer.Text("=HYPERLINK(\"http://x\")")]);

        using var stream = new MemoryStream(workbook);
        using var book = new XLWorkbook(stream);
        Assert.False(book.Worksheet(1).Cell(2, 1).HasFormula);
        Assert.Equal("=HYPERLINK(\"http://x\")", book.Worksheet(1).Cell(2, 1).Value);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes_whatever_the_target()
    {
        var first = Write(references: true, [writer => writer.Text("a")]);
        var second = Write(references: true, [writer => writer.Text("a")], new NonSeekableStream());

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(0x0001)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void A_character_that_XML_lacks_is_refused(int unit)
    {
        var text = "a" + (char)unit + "b";
        using var output = new MemoryStream();
        using var writer = new WorkbookWriter(output, [new WorkbookSheet("S", Columns)]);
        writer.BeginSheet();
        writer.Row();

        Assert.Equal(TextFault.IllegalCharacter, writer.TryText(text));
        Assert.Equal(TextFault.TooLong, writer.TryText(new string('x', 32_768)));
        Assert.Equal(TextFault.None, writer.TryText(new string('_', 32_767)));
        Assert.Throws<ArgumentException>(() => writer.Text(text));
    }

    [Fact]
    public void A_workbook_that_was_given_up_cannot_be_opened()
    {
        var output = new MemoryStream();
        using (var writer = new WorkbookWriter(output, [new WorkbookSheet("S", Columns)]))
        {
            writer.BeginSheet();
            writer.Row();
            writer.Text("yarım");
        }

        Assert.Throws<InvalidDataException>(() => new System.IO.Compression.ZipArchive(output));
    }

    [Fact]
    public void Many_sheets_filters_and_frozen_columns_are_valid()
    {
        using var output = new MemoryStream();
        using var writer = new WorkbookWriter(output, [new WorkbookSheet("Fiş & <Satır>", Columns) { AutoFilter = true, FrozenColumns = 2 }, new WorkbookSheet("İkinci", Columns)]);
        writer.BeginSheet();
        foreach (var style in Enum.GetValues<CellStyle>())
        {
            writer.Row();
            writer.Text(style.ToString(), style);
            writer.Text(null, style);
        }

        writer.BeginSheet();
        writer.Complete();

        WorkbookJudges.AssertValid(output.ToArray());
        Assert.Contains(WorkbookReader.Cells(output.ToArray()), cell => cell.Sheet == "Fiş & <Satır>" && cell.Value == "Warning");
    }

    [Fact]
    public void A_row_of_more_cells_than_fit_the_buffer_is_written()
    {
        WorkbookColumn[] wide = [.. Enumerable.Range(0, 16_384).Select(i => new WorkbookColumn(new string('x', 300)))];
        using var output = new MemoryStream();
        using var writer = new WorkbookWriter(output, [new WorkbookSheet("S", wide)], new WorkbookOptions { CellReferences = true });
        writer.BeginSheet();
        writer.Row();
        for (var i = 0; i < wide.Length; i++)
            writer.Number(123456789.01m);
        writer.Complete();

        var cells = WorkbookReader.Cells(output.ToArray());
        Assert.Equal(2 * 16_384, cells.Count);
        Assert.Equal((2, 16_384), (cells[^1].Row, cells[^1].Column));
    }

    private static byte[] Write(bool references, IEnumerable<Action<WorkbookWriter>> rows, MemoryStream? target = null)
    {
        using var output = target ?? new MemoryStream();
        using var writer = new WorkbookWriter(output, [new WorkbookSheet("Sayfa", Columns)], new WorkbookOptions { CellReferences = references });
        writer.BeginSheet();
        foreach (var row in rows)
        {
            writer.Row();
            row(writer);
        }

        writer.Complete();
        return output.ToArray();
    }

    private sealed class NonSeekableStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
    }
}
