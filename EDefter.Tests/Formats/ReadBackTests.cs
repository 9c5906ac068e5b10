using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>DESIGN §9.7: what is written reads back equal, read by somebody else's eyes.</summary>
public sealed class ReadBackTests
{
    private static readonly Encoding Windows1254 = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    [Fact]
    public void The_izibiz_file_reads_back_field_by_field() => JournalGen.Month.Sample(
        entries =>
        {
            var (zip, result) = Archives.Write(entries, Archives.Izibiz with { RowsMax = 9 });
            Assert.True(result.IsComplete);
            var rows = Archives.Open(zip).SelectMany(file => Windows1254.GetString(file.Content).Split('\r')[1..^1]).Select(row => row.Split(';')).ToList();
            var lines = entries.SelectMany(entry => entry.Lines.Select(line => (entry, line))).ToList();
            Assert.Equal(lines.Count, rows.Count);
            foreach (var (row, (entry, line)) in rows.Zip(lines))
                AssertIzibiz(entry, line, row);
        },
        iter: 300);

    [Fact]
    public void The_workbook_reads_back_cell_by_cell() => JournalGen.Month.Sample(
        entries =>
        {
            var (zip, result) = Archives.Write(entries, Archives.EDefter with { RowsMax = 11 });
            Assert.True(result.IsComplete);
            var rows = new List<Dictionary<int, string>>();
            foreach (var file in Archives.Open(zip))
                rows.AddRange(WorkbookReader.Cells(file.Content).Where(cell => cell is { Sheet: "Yevmiye", Row: > 1 }).GroupBy(cell => cell.Row).Select(row => row.ToDictionary(cell => cell.Column, cell => cell.Value)));
            var lines = entries.SelectMany(entry => entry.Lines.Select(line => (entry, line))).ToList();
            Assert.Equal(lines.Count, rows.Count);
            foreach (var (row, (entry, line)) in rows.Zip(lines))
                AssertWorkbook(entry, line, row);
        },
        iter: 200);

    [Fact]
    public void ClosedXML_reads_the_golden_month_as_it_was_typed()
    {
        var (zip, _) = Archives.Write(Months.Golden(), Archives.EDefter);
        var workbook = Archives.Open(zip)[0].Content;

        WorkbookJudges.AssertValid(workbook);
        var cells = WorkbookJudges.Read(workbook).Select(cell => string.Join('|', cell.Sheet, cell.Row.ToString(CultureInfo.InvariantCulture), cell.Column.ToString(CultureInfo.InvariantCulture), Kind(cell.Kind), Shown(cell.Value))).ToList();

        Assert.Equal(GoldenFilesTests.GoldenCells().Select(ClosedXmlForm), cells.Select(ClosedXmlForm));
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes() => JournalGen.Month.Sample(
        entries =>
        {
            foreach (var profile in new[] { Archives.Izibiz, Archives.EDefter })
            {
                var (first, one) = Archives.Write(entries, profile);
                var (second, two) = Archives.Write(entries, profile);
                Assert.Equal(first, second);
                Assert.Equal(Core.Sealing.ManifestJson.Write(one.Manifest!), Core.Sealing.ManifestJson.Write(two.Manifest!));
            }
        },
        iter: 20);

    private static void AssertIzibiz(JournalEntry entry, JournalLine line, string[] row)
    {
        string[] expected =
        [
            line.ErpLineId ?? "", entry.VoucherId, Text(line.Number), Text(entry.Number), line.MainAccount, Plain(line.MainAccountName), line.SubAccount, Plain(line.SubAccountName),
            line.Amount.ToString("0.00", CultureInfo.InvariantCulture), line.Side == VoucherSide.Debit ? "D" : "C", Day(entry.Date), line.DocumentType is { } type ? type.ToWire() : "",
            line.DocumentTypeDescription ?? "NULL", line.DocumentNumber ?? "", entry.VoucherNumber, Text(entry.Number), line.DocumentDate is { } date ? Day(date) : "", line.PaymentMethod ?? "NULL",
            Plain(line.Description), "001", "0", entry.EnteredBy, Day(entry.Date), entry.VoucherNumber, Plain(entry.Comment),
        ];
        Assert.Equal(expected, row);
    }

    private static void AssertWorkbook(JournalEntry entry, JournalLine line, Dictionary<int, string> row)
    {
        Assert.Equal(Text(entry.Number), row[1]);
        Assert.Equal(entry.VoucherNumber, row[2]);
        Assert.Equal(Day(entry.Date), row[3]);
        Assert.Equal(Text(line.Number), row[5]);
        Assert.Equal(Text(line.NumberInEntry), row[6]);
        Assert.Equal(line.MainAccount, row[7]);
        Assert.Equal(line.MainAccountName, row[8]);
        Assert.Equal(line.SubAccount, row[9]);
        Assert.Equal(line.SubAccountName, row[10]);
        Assert.Equal(line.Side == VoucherSide.Debit, row.ContainsKey(11));
        Assert.Equal(line.Side == VoucherSide.Credit, row.ContainsKey(12));
        Assert.Equal(line.Amount, decimal.Parse(row[13], CultureInfo.InvariantCulture));
        Assert.Equal(line.Side == VoucherSide.Debit ? "B" : "A", row[14]);
        Assert.Equal(line.Description ?? "", row.GetValueOrDefault(16, ""));
        Assert.Equal(line.DocumentNumber ?? "", row.GetValueOrDefault(19, ""));
        Assert.Equal(entry.Comment ?? "", row.GetValueOrDefault(23, ""));
        Assert.Equal(entry.Total, decimal.Parse(row[25], CultureInfo.InvariantCulture));
        Assert.Equal(line.OriginalAmount, row.TryGetValue(28, out var original) ? decimal.Parse(original, CultureInfo.InvariantCulture) : null);
        Assert.Equal(line.Rate, row.TryGetValue(29, out var rate) ? decimal.Parse(rate, CultureInfo.InvariantCulture) : null);
        Assert.Equal(line.RateSource ?? "", row.GetValueOrDefault(31, ""));
        Assert.Equal(line.RateComment ?? "", row.GetValueOrDefault(32, ""));
        Assert.Equal(entry.VoucherId, row[33]);
        Assert.Equal(line.ErpLineId ?? "", row.GetValueOrDefault(34, ""));
    }

    // The profile's own table, said again: "?" is what stands for a character nobody listed.
    private static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var plain = new StringBuilder();
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            var c = rune.ToString();
            plain.Append(c switch
            {
                ";" => ",",
                "\"" => "'",
                "\r" or "\n" or "\t" => " ",
                _ when Windows1254.GetString(Windows1254.GetBytes(c)) == c => c,
                _ => Archives.Izibiz.Text.Substitute.GetValueOrDefault(c, "?"),
            });
        }

        return plain.ToString();
    }

    private static string Kind(XLDataType kind) => kind switch
    {
        XLDataType.Text => "text",
        XLDataType.Number => "number",
        XLDataType.DateTime => "date",
        _ => kind.ToString(),
    };

    private static string Shown(object value) => value switch
    {
        double number => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    // This version of ClosedXML does not decode _x005F_ in inline strings (Excel and LibreOffice do), and turns every line break into the
    // platform's own. Both are compared exactly by the other reader.
    private static string ClosedXmlForm(string cell) => cell.Replace("_x005F_", "_", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\r", "\n", StringComparison.Ordinal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
