using System.Globalization;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Formats.Reports;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Text;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>The report of a rehearsal as a workbook: every finding with its place, what was left out, the documents, and what was assumed.</summary>
public static class RehearsalWorkbook
{
    private const int MessageWidth = 70;
    private const int RemedyWidth = 60;

    private static readonly WorkbookSheet[] Sheets =
    [
        new("Bulgular",
        [
            new("Kural", 8), new("Belge", 36), new("Madde No", 10), new("Satır No", 10), new("Fiş No", 14), new("Hesap", 14), new("Mesaj", MessageWidth), new("Çözüm", RemedyWidth), new("Öğe", 26), new("Dosya satırı", 10),
            new("Fiş Kaynak No", 18), new("Bağlantı", 40),
        ]) { AutoFilter = true, FitPageWidth = true },
        new("Dışarıda kalanlar", [new("Fiş No", 14), new("Neden", MessageWidth), new("Çözüm", RemedyWidth), new("Fiş Kaynak No", 18), new("Bağlantı", 40)]) { AutoFilter = true, FitPageWidth = true },
        new("Belgeler", [new("Belge", 40), new("Tür", 22), new("Madde/Hesap", 12), new("Satır", 12), new("Şema", 14), new("Kural", 8), new("Tutmayan kural", 14), new("Bulgu", 10)]),
        new("Prova", [new("Bilgi", 34), new("Değer", 90)]),
    ];

    /// <param name="report">The report.</param>
    /// <param name="output">A file or memory: it is written synchronously, and left open.</param>
    public static void Write(RehearsalReport report, Stream output)
    {
        using var workbook = new WorkbookWriter(output, Sheets);
        workbook.BeginSheet();
        foreach (var finding in report.Findings)
            Write(workbook, finding);
        SayRest(workbook, report.FindingCount - report.Findings.Count);
        workbook.BeginSheet();
        WriteLeftOut(workbook, report);
        workbook.BeginSheet();
        foreach (var document in report.Documents)
            Write(workbook, document);
        workbook.BeginSheet();
        WriteFacts(workbook, report);
        workbook.Complete();
    }

    private static void Write(WorkbookWriter workbook, RehearsalFinding finding)
    {
        workbook.Row(Math.Max(ReportText.Lines(finding.Message, MessageWidth), ReportText.Lines(finding.Remedy, RemedyWidth)));
        Texts(workbook, finding.Assert, finding.Document, finding.Entry, finding.Line, finding.VoucherNumber, finding.Account);
        workbook.Text(ReportText.Visible(finding.Message), CellStyle.Wrap);
        workbook.Text(ReportText.Visible(finding.Remedy), CellStyle.Wrap);
        Texts(workbook, finding.Element);
        workbook.Number(finding.XmlLine);
        Texts(workbook, finding.VoucherId, finding.Link);
    }

    private static void WriteLeftOut(WorkbookWriter workbook, RehearsalReport report)
    {
        foreach (var voucher in report.LeftOut)
            WriteRow(workbook, voucher.VoucherNumber, "Fiş henüz yevmiye maddesi olamıyor; provaya girmedi.", "Kontrol raporundaki hatalarını giderin, sonra provayı yeniden çalıştırın.", voucher.VoucherId, voucher.Link);
        SayRest(workbook, report.LeftOutCount - report.LeftOut.Count);
        foreach (var value in report.Unwritable)
            WriteRow(workbook, value.VoucherNumber, value.Message, value.Remedy, value.VoucherId, link: null);
        SayRest(workbook, report.UnwritableCount - report.Unwritable.Count);
    }

    private static void WriteRow(WorkbookWriter workbook, string? number, string why, string remedy, string? id, string? link)
    {
        workbook.Row(Math.Max(ReportText.Lines(why, MessageWidth), ReportText.Lines(remedy, RemedyWidth)));
        Texts(workbook, number);
        workbook.Text(ReportText.Visible(why), CellStyle.Wrap);
        workbook.Text(ReportText.Visible(remedy), CellStyle.Wrap);
        Texts(workbook, id, link);
    }

    private static void Write(WorkbookWriter workbook, RehearsedDocument document)
    {
        workbook.Row();
        Texts(workbook, document.Name, NameOf(document.Kind));
        workbook.Number(document.Entries);
        workbook.Number(document.Lines);
        workbook.Text(document.Xsd switch { SchemaVerdict.Passed => "Uygun", SchemaVerdict.Failed => "Uygun değil", _ => "Bakılmadı" }, document.Xsd == SchemaVerdict.Failed ? CellStyle.Error : CellStyle.Text);
        workbook.Number(document.Asserts.Run);
        workbook.Number(document.Asserts.Failed);
        workbook.Number(document.Findings);
    }

    private static void WriteFacts(WorkbookWriter workbook, RehearsalReport report)
    {
        Fact("Dönem", TurkishText.Month(report.Period));
        Fact("Şube", report.Branch);
        Fact("Sonuç", report.Clean ? "Bulgu yok" : $"{TurkishText.Count(report.FindingCount + report.UnwritableCount)} bulgu, {TurkishText.Count(report.LeftOutCount)} fiş dışarıda");
        Fact("Numaralar", report.Numbered ? "Verilmiş numaralar" : "Geçici: ay henüz numaralanmadı");
        Fact("Oluşturulma tarihi", TurkishText.Date(report.CreationDate));
        Fact("Parça sayısı", report.Parts.ToString(CultureInfo.InvariantCulture));
        Fact("İlk parçanın sırası", report.FirstSeries.ToString(CultureInfo.InvariantCulture));
        Fact("Prova zamanı", $"{TurkishText.Date(TurkishDay.Of(report.RehearsedAt))} {TurkishDay.TimeOf(report.RehearsedAt)}");
        Fact("Şema", report.Schema.Message);
        Fact("Sorgulanmayan kurallar", string.Join(", ", report.NotAsked));
        foreach (var remark in report.Remarks)
            Fact("Not", remark);

        void Fact(string name, string value)
        {
            workbook.Row(ReportText.Lines(value, 90));
            workbook.Text(name, CellStyle.Bold);
            workbook.Text(ReportText.Visible(value), CellStyle.Wrap);
        }
    }

    private static void SayRest(WorkbookWriter workbook, long rest)
    {
        if (rest <= 0)
            return;
        workbook.Row();
        workbook.Text($"{TurkishText.Count(rest)} satır daha var; ilk bulguları giderip provayı yeniden çalıştırın.", CellStyle.Error);
    }

    private static void Texts(WorkbookWriter workbook, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            workbook.Text(ReportText.Visible(text));
    }

    private static string NameOf(GibDocument document) => document switch
    {
        GibDocument.Journal => "Yevmiye defteri",
        GibDocument.JournalBerat => "Yevmiye beratı",
        GibDocument.Ledger => "Büyük defter",
        GibDocument.LedgerBerat => "Büyük defter beratı",
        _ => "Defter raporu",
    };
}
