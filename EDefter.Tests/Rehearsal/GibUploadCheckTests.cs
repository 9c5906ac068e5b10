using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Single documents, ZIPs of parts and ZIPs of a month's folder are opened alike; bombs and strangers are not.</summary>
public sealed class GibUploadCheckTests
{
    private const string Folder = "0010213576/01.01.2025-31.12.2025/01/";

    private static readonly IReadOnlyDictionary<string, byte[]> Documents = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { Signer = TestCertificate.Signer }).Documents;

    [Fact]
    public void A_months_folder_is_checked_whole_however_it_is_packed()
    {
        var flat = Zip([.. Documents.Select(file => (Folder + file.Key, file.Value)), (Folder + "yevmiye.xslt", "x"u8.ToArray())]);
        var nested = Zip([.. Documents.Select(file => (Folder + file.Key.Replace(".xml", ".zip", StringComparison.Ordinal), Zip([(file.Key, file.Value)])))]);
        foreach (var upload in new[] { flat, nested })
        {
            var report = Run(upload, "ocak.zip");
            Assert.Equal(5, report.Documents.Count);
            Assert.All(report.Documents, document => Assert.Empty(document.Findings));
            Assert.True(report.IsClean);
        }

        Assert.Equal([Folder + "yevmiye.xslt"], Run(flat, "ocak.zip").Ignored);
    }

    [Fact]
    public void A_single_document_needs_its_official_name()
    {
        var (name, content) = Documents.First();
        Assert.True(Run(content, name).IsClean);
        Assert.Empty(Run(content, null).Documents);
        Assert.Empty(Run(content, "defter.xml").Documents);
    }

    [Fact]
    public void Under_another_months_name_the_document_says_so()
    {
        var (name, content) = Documents.First();
        var report = Run(content, name.Replace("202501", "202502", StringComparison.Ordinal));
        Assert.Contains("Y41", report.Documents[0].Counts.Keys);
    }

    [Fact]
    public void Documents_in_different_folders_are_held_against_each_other()
    {
        var other = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents;
        var report = Run(Zip([.. Documents.Select(file => ("a/" + file.Key, file.Key.Contains("-K-", StringComparison.Ordinal) ? other[file.Key] : file.Value))]), null);
        Assert.Contains("EK15", report.Documents.SelectMany(document => document.Counts.Keys));
    }

    [Fact]
    public void Findings_beyond_the_limit_are_counted()
    {
        var (name, content) = Documents.First(file => file.Key.Contains("-Y-", StringComparison.Ordinal));
        var broken = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(content).Replace("decimals=\"INF\"", "decimals=\"2\"", StringComparison.Ordinal));
        var document = Assert.Single(Run(broken, name, new GibUploadLimits { FindingsMax = 3 }).Documents);
        Assert.Equal(3, document.Findings.Count);
        Assert.True(document.FindingCount > 3);
        Assert.Equal(document.FindingCount, document.Counts.Values.Sum());
    }

    [Fact]
    public void What_is_larger_than_the_authoritys_files_is_refused()
    {
        var (name, content) = Documents.First();
        Assert.Throws<BodyTooLargeException>(() => Run(content, name, new GibUploadLimits { DocumentBytesMax = 100 }));
        var bomb = Zip([(name, [.. "<a>"u8, .. new byte[20_000_000].Select(_ => (byte)' ')])]);
        Assert.Throws<BodyTooLargeException>(() => Run(bomb, null, new GibUploadLimits { BytesMax = 1_000_000 }));
        var nested = Zip([("a.zip", Zip([(name, new byte[5_000_000])]))]);
        Assert.Throws<BodyTooLargeException>(() => Run(nested, null, new GibUploadLimits { NestedBytesMax = 1000 }));
        Assert.Throws<BodyTooLargeException>(() => Run(Zip([.. Enumerable.Range(0, 2000).Select(i => ($"dosya-{i}", Array.Empty<byte>()))]), null, new GibUploadLimits { DirectoryBytesMax = 10_000 }));
    }

    [Fact]
    public void Months_that_go_on_from_each_other_are_clean() => Assert.True(Run(Zip([.. Year(first: 6, firstLine: JanuaryLines + 1, series: 2)]), null).IsClean);

    [Theory]
    [InlineData("EK24", 7, 0, 2, "2025-01-01")]
    [InlineData("EK25", 6, 3, 2, "2025-01-01")]
    [InlineData("EK26", 6, 0, 4, "2025-01-01")]
    [InlineData("EK27", 6, 0, 2, "2024-07-01")]
    [InlineData("EK28", 6, 0, 2, "2025-02-01")]
    public void Months_that_do_not_are_told(string id, long first, long linesLost, int series, string yearStart)
    {
        var year = new EDefter.Core.Companies.FiscalYear { Start = DateOnly.ParseExact(yearStart, "O", System.Globalization.CultureInfo.InvariantCulture), End = new DateOnly(2025, 12, 31) };
        var report = Run(Zip([.. Year(first, JanuaryLines + 1 + linesLost, series, year)]), null);
        Assert.Contains(report.Documents, document => document.File.Contains("202502-Y", StringComparison.Ordinal) && document.Counts.ContainsKey(id));
    }

    [Fact]
    public void A_month_that_is_missing_between_is_told()
    {
        var report = Run(Zip([.. Year(first: 6, firstLine: JanuaryLines + 1, series: 2, month: 3)]), null);
        Assert.Contains(report.Documents, document => document.Counts.ContainsKey("EK23"));
    }

    [Fact]
    public void The_report_as_a_workbook_says_what_the_report_says()
    {
        var (name, content) = Documents.First(file => file.Key.Contains("-Y-", StringComparison.Ordinal));
        var broken = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(content).Replace("decimals=\"INF\"", "decimals=\"2\"", StringComparison.Ordinal));
        var report = Run(Zip([(name, broken), ("not.txt", [])]), null, new GibUploadLimits { FindingsMax = 3 });
        using var bytes = new MemoryStream();
        GibReportWorkbook.Write(report, bytes);
        using var workbook = new ClosedXML.Excel.XLWorkbook(bytes);
        Assert.Equal(["Özet", "Bulgular", "Kurallar", "Bakılmayanlar"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal((name, "Yevmiye defteri", "bakılmadı"), (workbook.Worksheet(1).Cell(2, 1).GetString(), workbook.Worksheet(1).Cell(2, 2).GetString(), workbook.Worksheet(1).Cell(2, 5).GetString()));
        Assert.Equal(SchemaJudge.None.Statement.Message, workbook.Worksheet(1).Cell(4, 1).GetString());
        var findings = workbook.Worksheet(2);
        Assert.Equal(("Y01", report.Documents[0].Findings[0].Message, report.Documents[0].Findings[0].Remedy), (findings.Cell(2, 2).GetString(), findings.Cell(2, 7).GetString(), findings.Cell(2, 8).GetString()));
        Assert.StartsWith(EDefter.Core.Text.TurkishText.Count(report.Documents[0].FindingCount - 3), findings.Cell(5, 7).GetString(), StringComparison.Ordinal);
        Assert.Equal(report.Documents[0].Counts["Y01"], workbook.Worksheet(3).Cell(2, 3).GetValue<long>());
        Assert.Equal("not.txt", workbook.Worksheet(4).Cell(2, 1).GetString());
    }

    private static long JanuaryLines => Months.Golden().Sum(entry => entry.Lines.Count);

    // January as it is, and another month after it.
    private static IEnumerable<(string Name, byte[] Content)> Year(long first, long firstLine, int series, EDefter.Core.Companies.FiscalYear? year = null, int month = 2)
    {
        var voucher = Months.Simple(1) with { Date = EDefter.Core.Vouchers.DateField.Of(new DateOnly(2025, month, 10)) };
        var heading = GibMonths.Heading with { Period = new(2025, month), FiscalYear = year ?? Months.Year, CreationDate = new DateOnly(2025, 6, 10) };
        var next = GibMonths.Write(Months.Number([voucher], first, firstLine), heading, GibMonths.Options with { Signer = TestCertificate.Signer, FirstSeries = series }).Documents;
        return Documents.Concat(next).Select(file => (Folder + file.Key, file.Value));
    }

    private static GibCheckReport Run(byte[] upload, string? name, GibUploadLimits? limits = null) => GibUploadCheck.Run(new MemoryStream(upload), name, limits ?? new GibUploadLimits(), SchemaJudge.None);

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
