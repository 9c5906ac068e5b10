using EDefter.Core.Formats.Gib;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Text;

namespace EDefter.Core.Rehearsal;

/// <summary>A check of e-Defter files as a workbook: what was checked, every finding with its place and remedy, and how often each rule spoke.</summary>
public static class GibReportWorkbook
{
    // The last row of a full sheet is kept to say how many did not fit.
    private const int RowsMax = WorkbookWriter.RowsMax - 1;

    private static readonly WorkbookSheet[] Sheets =
    [
        new("Özet", [new("Dosya", 52), new("Belge", 26), new("Madde ya da hesap", 18), new("Satır", 12), new("Şema", 14), new("Denetlenen kural", 18), new("Tutmayan kural", 16), new("Bulgu", 12), new("Listelenen bulgu", 16)]) { FitPageWidth = true },
        new("Bulgular", [new("Dosya", 40), new("Kural", 8), new("Madde no", 10), new("Satır no", 10), new("Fiş no", 16), new("Hesap", 18), new("Açıklama", 60), new("Ne yapılmalı", 60), new("Dosyadaki satır", 14), new("Alan", 30)]) { FrozenColumns = 2, AutoFilter = true, FitPageWidth = true },
        new("Kurallar", [new("Dosya", 52), new("Kural", 10), new("Bulgu", 12)]) { AutoFilter = true, FitPageWidth = true },
        new("Bakılmayanlar", [new("Resmî adı taşımayan dosya", 70)]) { FitPageWidth = true },
    ];

    /// <param name="report">The check.</param>
    /// <param name="output">Any writable stream; left open.</param>
    public static void Write(GibCheckReport report, Stream output)
    {
        using var workbook = new WorkbookWriter(output, Sheets);
        WriteSummary(workbook, report);
        WriteFindings(workbook, report);
        WriteCounts(workbook, report);
        workbook.BeginSheet();
        foreach (var path in report.Ignored)
            Line(workbook, path);
        workbook.Complete();
    }

    private static void WriteSummary(WorkbookWriter workbook, GibCheckReport report)
    {
        workbook.BeginSheet();
        foreach (var document in report.Documents)
        {
            Line(workbook, document.File, NameOf(document.Document));
            workbook.Number(document.Entries);
            workbook.Number(document.Lines);
            workbook.Text(NameOf(document.Xsd));
            workbook.Number(document.Asserts.Run);
            workbook.Number(document.Asserts.Failed);
            workbook.Number(document.FindingCount);
            workbook.Number(document.Findings.Count);
        }

        workbook.Row();
        Line(workbook, report.Schema.Message);
        if (report.Schema.Package is { } package)
            Line(workbook, $"Şemaların özeti: {package.Schemas}");
    }

    private static void WriteFindings(WorkbookWriter workbook, GibCheckReport report)
    {
        workbook.BeginSheet();
        foreach (var document in report.Documents)
        {
            foreach (var finding in document.Findings)
            {
                if (workbook.Rows == RowsMax)
                {
                    Line(workbook, "Sayfa doldu: listelenmeyen bulgular Kurallar sayfasında sayılmıştır.");
                    return;
                }

                WriteFinding(workbook, document.File, finding);
            }

            if (document.FindingCount > document.Findings.Count && workbook.Rows < RowsMax)
                Line(workbook, document.File, "…", null, null, null, null, $"{TurkishText.Count(document.FindingCount - document.Findings.Count)} bulgu daha var; hepsi Kurallar sayfasında sayılmıştır.");
        }
    }

    private static void WriteFinding(WorkbookWriter workbook, string file, GibFinding finding)
    {
        var place = finding.Place;
        Line(workbook, file, finding.Assert, place.EntryNumber, place.LineNumber, place.VoucherNumber, place.Account, finding.Message, finding.Remedy);
        workbook.Number(place.XmlLine);
        workbook.Text(Shown(place.Element));
    }

    private static void WriteCounts(WorkbookWriter workbook, GibCheckReport report)
    {
        workbook.BeginSheet();
        foreach (var document in report.Documents)
        {
            foreach (var (id, count) in document.Counts)
            {
                Line(workbook, document.File, id);
                workbook.Number(count);
            }
        }
    }

    private static void Line(WorkbookWriter workbook, params ReadOnlySpan<string?> texts)
    {
        workbook.Row();
        foreach (var text in texts)
            workbook.Text(Shown(text));
    }

    private static string? Shown(string? text) => Formats.Reports.ReportText.Visible(text);

    private static string NameOf(GibDocument document) => document switch
    {
        GibDocument.Journal => "Yevmiye defteri",
        GibDocument.JournalBerat => "Yevmiye beratı",
        GibDocument.Ledger => "Büyük defter",
        GibDocument.LedgerBerat => "Büyük defter beratı",
        _ => "Defter raporu",
    };

    private static string NameOf(SchemaVerdict verdict) => verdict switch
    {
        SchemaVerdict.Passed => "uygun",
        SchemaVerdict.Failed => "uygun değil",
        _ => "bakılmadı",
    };
}
