using EDefter.Core.Formats.Workbook;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Reports;

/// <summary>
/// The report of a check as a workbook: a row per voucher with its errors beside it at the left, a row per finding, the totals, and what
/// each rule did. Forward-only: first every <see cref="Voucher"/>, then every <see cref="Finding"/>, then <see cref="Complete"/>.
/// </summary>
public sealed class CheckReportWorkbook : IDisposable
{
    // The last row of a full sheet is kept to say how many did not fit.
    private const int RowsMax = WorkbookWriter.RowsMax - 1;

    private const int ErrorsWidth = 70;
    private const int WarningsWidth = 50;
    private const int MessageWidth = 70;
    private const int TrailWidth = 50;
    private const int RemedyWidth = 60;
    private const int SourceWidth = 36;
    private const int AcknowledgedWidth = 40;

    private static readonly WorkbookSheet[] Sheets =
    [
        new("Fişler",
        [
            new("Fiş No", 14), new("Tarih", 12), new("Tür", 10), new("Hata", 7), new("HATALAR", ErrorsWidth), new("Uyarı", 7), new("UYARILAR", WarningsWidth), new("Borç", 16), new("Alacak", 16),
            new("Fark", 14), new("Satır", 8), new("Fişi Giren", 18), new("Açıklama", 55), new("Fiş Kaynak No", 18),
        ]) { FrozenColumns = 1, AutoFilter = true, FitPageWidth = true },
        new("Bulgular",
        [
            new("Kural", 10), new("Önem", 9), new("Fiş No", 14), new("Tarih", 12), new("Satır", 8), new("Alan", 22), new("Mesaj", MessageWidth), new("Kuruş İzi", TrailWidth), new("Çözüm", RemedyWidth), new("Dayanak", SourceWidth), new("Muhasebe Bakım", 18),
            new("Fiş Kaynak No", 18), new("Bağlantı", 40), new("Kabul", AcknowledgedWidth),
        ]) { AutoFilter = true, FitPageWidth = true },
        new("Toplamlar", [new("Bilgi", 34), new("Değer", 40)]),
        new("Kapsam", [new("Kural", 12), new("Sonuç", 16), new("Bulgu", 10), new("Kabul edilen", 14)]) { AutoFilter = true },
    ];

    private readonly WorkbookWriter workbook;
    private readonly long[] counts = new long[3];
    private long acknowledgedCount;
    private long left;
    private bool findingsBegun;

    /// <param name="output">Any writable stream; left open.</param>
    public CheckReportWorkbook(Stream output)
    {
        workbook = new WorkbookWriter(output, Sheets);
        workbook.BeginSheet();
    }

    /// <summary>A voucher and what was found of it; call in the order the vouchers are to be shown.</summary>
    public void Voucher(ReportVoucher voucher, IReadOnlyList<Finding> findings)
    {
        if (findingsBegun)
            throw new InvalidOperationException("Vouchers come before findings.");
        if (IsFull())
            return;
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = findings.Count(finding => finding.Severity == Severity.Warning);
        var errorText = ReportText.Joined(findings, Severity.Error);
        var warningText = ReportText.Joined(findings, Severity.Warning);
        workbook.Row(Math.Max(ReportText.Lines(errorText, ErrorsWidth), ReportText.Lines(warningText, WarningsWidth)));
        Text(voucher.Number);
        Date(voucher.Date);
        Text(ReportText.Name(voucher.Kind));
        CountUnlessNone(errors);
        Text(errorText, errors > 0 ? CellStyle.Error : CellStyle.Text);
        CountUnlessNone(warnings);
        Text(warningText, warnings > 0 ? CellStyle.Warning : CellStyle.Text);
        Amount(voucher.Debit);
        Amount(voucher.Credit);
        Amount(voucher.Debit - voucher.Credit);
        Number(voucher.Lines);
        Text(voucher.EnteredBy);
        Text(voucher.Comment);
        Text(voucher.Id);
    }

    /// <summary>A finding in its own row.</summary>
    /// <param name="finding">What a rule said.</param>
    /// <param name="link">Into the ERP, or null.</param>
    /// <param name="acknowledged">Who let it stand and why, or null.</param>
    public void Finding(Finding finding, string? link = null, string? acknowledged = null)
    {
        BeginFindings();
        counts[(int)finding.Severity]++;
        if (acknowledged is not null)
            acknowledgedCount++;
        if (IsFull())
            return;
        var trail = finding.Trail.Count > 0 ? string.Join('\n', finding.Trail) : null;
        var lines = Math.Max(
            Math.Max(ReportText.Lines(finding.Message, MessageWidth), ReportText.Lines(trail, TrailWidth)),
            Math.Max(ReportText.Lines(finding.Remedy, RemedyWidth), ReportText.Lines(finding.Source, SourceWidth)));
        workbook.Row(acknowledged is null ? lines : Math.Max(lines, ReportText.Lines(acknowledged, AcknowledgedWidth)));
        Text(finding.Rule);
        Text(ReportText.Name(finding.Severity), finding.Severity switch { Severity.Error => CellStyle.Error, Severity.Warning => CellStyle.Warning, _ => CellStyle.Text });
        Text(finding.VoucherNumber);
        Date(finding.Date);
        Number(finding.Line);
        Text(finding.Field is { } field ? FieldNames.Of(field) : null);
        Text(finding.Message, CellStyle.Wrap);
        Text(trail, CellStyle.Wrap);
        Text(finding.Remedy, CellStyle.Wrap);
        Text(finding.Source, CellStyle.Wrap);
        Text(ReportText.Name(finding.RepairClass));
        Text(finding.VoucherId);
        Text(link);
        Text(acknowledged, acknowledged is null ? CellStyle.Text : CellStyle.Wrap);
    }

    /// <summary>Writes totals and coverage and ends the file.</summary>
    public void Complete(ReportHeading heading, CheckTotals totals, IReadOnlyList<RuleCoverage> coverage)
    {
        BeginFindings();
        SayWhatIsLeft();
        WriteTotals(heading, totals);
        workbook.BeginSheet();
        foreach (var rule in coverage)
        {
            workbook.Row();
            Text(rule.Rule);
            Text(ReportText.Name(rule.Outcome));
            workbook.Number(rule.Findings);
            CountUnlessNone(rule.Acknowledged);
        }

        workbook.Complete();
    }

    public void Dispose() => workbook.Dispose();

    private void WriteTotals(ReportHeading heading, CheckTotals totals)
    {
        workbook.BeginSheet();
        Line("Firma", heading.Company);
        Line("Şube", heading.Branch);
        Line("Dönem", heading.Range);
        Line("Kontrol zamanı", heading.CheckedAt);
        Line("Kural paketi", heading.RulePack);
        Line("Gelen fiş", totals.Received);
        Line("İşlenen fiş", totals.Processed);
        Line("Defterdeki fiş", totals.Vouchers);
        Line("İptal edilmiş fiş", totals.Cancelled);
        Line("Tarihi okunamayan fiş", totals.Undated);
        Line("Satır", totals.Lines);
        LineOfAmount("Toplam borç", totals.Debit);
        LineOfAmount("Toplam alacak", totals.Credit);
        LineOfAmount("Fark", totals.Debit - totals.Credit);
        Line("Hata", counts[(int)Severity.Error]);
        Line("Uyarı", counts[(int)Severity.Warning]);
        Line("Kabul edilen uyarı", acknowledgedCount);
        Line("Bilgi", counts[(int)Severity.Info]);
    }

    private void Line(string name, string value)
    {
        workbook.Row();
        workbook.Text(name, CellStyle.Bold);
        Text(value);
    }

    private void Line(string name, long value)
    {
        workbook.Row();
        workbook.Text(name, CellStyle.Bold);
        workbook.Number(value);
    }

    private void LineOfAmount(string name, decimal value)
    {
        workbook.Row();
        workbook.Text(name, CellStyle.Bold);
        workbook.Amount(value);
    }

    private void BeginFindings()
    {
        if (findingsBegun)
            return;
        SayWhatIsLeft();
        workbook.BeginSheet();
        findingsBegun = true;
    }

    private bool IsFull()
    {
        if (workbook.Rows < RowsMax)
            return false;
        left++;
        return true;
    }

    private void SayWhatIsLeft()
    {
        if (left == 0)
            return;
        workbook.Row();
        workbook.Text("Sayfa doldu: " + TurkishText.Count(left) + " satır daha var; tamamı için raporun satır satır biçimini alın.", CellStyle.Error);
        left = 0;
    }

    private void Text(string? text, CellStyle style = CellStyle.Text) => workbook.Text(ReportText.Visible(text), style);

    private void Date(DateOnly? day)
    {
        if (day is { } value && value >= WorkbookWriter.DateMin)
            workbook.Date(value);
        else
            workbook.Text(day is { } early ? TurkishText.Date(early) : null);
    }

    // A column of zeros hides the vouchers that have something to say.
    private void CountUnlessNone(int count) => Number(count == 0 ? null : count);

    private void Amount(decimal? amount)
    {
        if (amount is { } value)
            workbook.Amount(value);
        else
            workbook.Empty();
    }

    private void Number(int? number)
    {
        if (number is { } value)
            workbook.Number(value);
        else
            workbook.Empty();
    }
}
