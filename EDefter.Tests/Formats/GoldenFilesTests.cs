using System.Globalization;
using System.Text.Json;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>What the writers write equals what an independent script typed from the published columns (Golden/golden.mjs).</summary>
public sealed class GoldenFilesTests
{
    [Fact]
    public void The_izibiz_file_is_the_golden_file_byte_by_byte()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Izibiz);

        Assert.True(result.IsComplete);
        var file = Assert.Single(Archives.Open(zip));
        Assert.Equal("0010213576_0000_202501_0001.csv", file.Name);
        AssertSame("izibiz.csv", file.Content);
    }

    [Fact]
    public void The_parts_of_a_lowered_limit_are_the_golden_parts()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Izibiz with { RowsMax = 5 });

        Assert.True(result.IsComplete);
        var files = Archives.Open(zip);
        Assert.Equal(["0010213576_0000_202501_0001.csv", "0010213576_0000_202501_0002.csv", "0010213576_0000_202501_0003.csv", "0010213576_0000_202501_0004.csv"], files.Select(file => file.Name));
        for (var i = 0; i < files.Count; i++)
            AssertSame(string.Create(CultureInfo.InvariantCulture, $"izibiz.part{i + 1}.csv"), files[i].Content);
        Assert.Equal([(1L, 2L), (3L, 3L), (4L, 4L), (5L, 5L)], result.Manifest!.Files.Select(file => (file.First!.Value, file.Last!.Value)));
    }

    [Fact]
    public void A_limit_of_bytes_splits_on_the_same_boundaries()
    {
        var limit = new FileInfo(Months.GoldenPath("izibiz.part1.csv")).Length;
        var (zip, _) = Archives.Write(Months.Golden(), Archives.Izibiz with { BytesMax = limit });

        var files = Archives.Open(zip);
        AssertSame("izibiz.part1.csv", files[0].Content);
        Assert.All(files, file => Assert.True(file.Content.Length <= limit));
    }

    [Fact]
    public void The_workbook_holds_the_golden_cells()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.EDefter);

        Assert.True(result.IsComplete);
        var file = Assert.Single(Archives.Open(zip));
        Assert.Equal("0010213576_0000_202501_0001.xlsx", file.Name);
        Assert.Equal(GoldenCells(), Normal(WorkbookReader.Cells(file.Content)));
    }

    [Fact]
    public void With_cell_references_the_workbook_holds_the_same_cells()
    {
        var profile = Archives.EDefter with { Workbook = Archives.EDefter.Workbook! with { CellReferences = true } };

        var (zip, _) = Archives.Write(Months.Golden(), profile);

        Assert.Equal(GoldenCells(), Normal(WorkbookReader.Cells(Archives.Open(zip)[0].Content)));
    }

    [Theory]
    [InlineData("qnb", "csv", "0010213576_0000_202501_1.csv")]
    [InlineData("elogo", "csv", "0010213576_0000_202501_0001.csv")]
    [InlineData("sovos", "txt", "0010213576_0000_202501_1.txt")]
    [InlineData("spr", "csv", "0010213576_0000_202501_0001.csv")]
    [InlineData("edoksis", "txt", "0010213576_0000_202501_0001.txt")]
    [InlineData("digitalplanet", "xml", "0010213576_01012025_31012025_31012025173234.xml")]
    public void The_text_of_each_integrator_is_the_golden_file_byte_by_byte(string profile, string extension, string name)
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Of(profile));

        Assert.True(result.IsComplete);
        var file = Assert.Single(Archives.Open(zip));
        Assert.Equal(name, file.Name);
        AssertSameText($"{profile}.{extension}", file.Content);
    }

    [Theory]
    [InlineData("qnb", "csv")]
    [InlineData("elogo", "csv")]
    [InlineData("sovos", "txt")]
    [InlineData("spr", "csv")]
    [InlineData("edoksis", "txt")]
    [InlineData("digitalplanet", "xml")]
    public void In_two_parts_each_is_its_golden_file(string profile, string extension)
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Of(profile) with { RowsMax = 7 });

        Assert.Equal([(1L, 3L, "12346879.41"), (4L, 5L, "100060.59")], result.Manifest!.Files.Select(file => (file.First!.Value, file.Last!.Value, file.Debit!)));
        Assert.Equal([(1L, 7L), (8L, 13L)], result.Manifest.Files.Select(file => (file.FirstLine!.Value, file.LastLine!.Value)));
        var files = Archives.Open(zip);
        AssertSameText($"{profile}.two1.{extension}", files[0].Content);
        AssertSameText($"{profile}.two2.{extension}", files[1].Content);
        Assert.Equal(2, files.Select(file => file.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_defterdar_workbook_holds_the_golden_cells_of_both_sheets()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Of("defterdar"));

        Assert.True(result.IsComplete);
        var workbook = Assert.Single(Archives.Open(zip)).Content;
        WorkbookJudges.AssertValid(workbook);
        Assert.Equal(GoldenCells("defterdar.cells.json"), Normal(WorkbookReader.Cells(workbook)));
        Assert.Equal(GoldenCells("defterdar.cells.json").Count, WorkbookJudges.Read(workbook).Count);
    }

    [Theory]
    [InlineData("edefter", 7, 5)]
    [InlineData("defterdar", 7, 5)]
    [InlineData("uyumsoft", 6, 3)]
    public void The_workbooks_of_two_parts_hold_their_golden_cells(string profile, int rowsMax, int entries)
    {
        var (zip, _) = Archives.Write([.. Months.Golden().Take(entries)], Archives.Of(profile) with { RowsMax = rowsMax });

        var files = Archives.Open(zip);
        Assert.Equal(2, files.Count);
        Assert.Equal(GoldenCells(profile + ".two1.cells.json"), Normal(WorkbookReader.Cells(files[0].Content)));
        Assert.Equal(GoldenCells(profile + ".two2.cells.json"), Normal(WorkbookReader.Cells(files[1].Content)));
        Assert.All(files, file => WorkbookJudges.AssertValid(file.Content));
    }

    [Fact]
    public void The_uyumsoft_workbook_holds_the_golden_cells()
    {
        var (zip, result) = Archives.Write([.. Months.Golden().Take(3)], Archives.Of("uyumsoft"));

        Assert.True(result.IsComplete);
        var workbook = Assert.Single(Archives.Open(zip)).Content;
        WorkbookJudges.AssertValid(workbook);
        Assert.Equal(GoldenCells("uyumsoft.cells.json"), Normal(WorkbookReader.Cells(workbook)));
        Assert.All(WorkbookJudges.Read(workbook), cell => Assert.Equal(ClosedXML.Excel.XLDataType.Text, cell.Kind));
    }

    internal static List<string> GoldenCells(string name = "edefter.cells.json")
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Months.GoldenPath(name)));
        return Normal(document.RootElement.EnumerateArray().Select(cell =>
            (cell[0].GetString()!, cell[1].GetInt32(), cell[2].GetInt32(), cell[3].GetString()!, cell[4].ValueKind == JsonValueKind.Number ? cell[4].GetRawText() : cell[4].GetString()!)));
    }

    // Numbers are compared by value: 1000.00 and 1000 are one number.
    private static List<string> Normal(IEnumerable<(string Sheet, int Row, int Column, string Kind, string Value)> cells) =>
    [
        .. cells.Select(cell => string.Join('|', cell.Sheet, cell.Row.ToString(CultureInfo.InvariantCulture), cell.Column.ToString(CultureInfo.InvariantCulture), cell.Kind,
            cell.Kind == "number" ? decimal.Parse(cell.Value, CultureInfo.InvariantCulture).ToString("0.############", CultureInfo.InvariantCulture) : cell.Value)),
    ];

    private static void AssertSameText(string golden, byte[] written)
    {
        var expected = File.ReadAllBytes(Months.GoldenPath(golden));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(expected).Split('\n'), System.Text.Encoding.UTF8.GetString(written).Split('\n'));
        Assert.Equal(expected, written);
    }

    private static void AssertSame(string golden, byte[] written)
    {
        var expected = File.ReadAllBytes(Months.GoldenPath(golden));
        var encoding = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1254)!;
        Assert.Equal(encoding.GetString(expected).Split('\r'), encoding.GetString(written).Split('\r'));
        Assert.Equal(expected, written);
    }
}
