using System.Globalization;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Reports;

/// <summary>
/// A repair plan as a workbook, to be looked through before it is approved: what it does in short, every change with its before and after, what it does to
/// accounts, and what a person must mend in the ERP.
/// </summary>
public static class RepairPlanWorkbook
{
    // The last row of a full sheet is kept to say how many did not fit.
    private const int RowsMax = WorkbookWriter.RowsMax - 1;

    private const int TextWidth = 42;
    private const int WhyWidth = 60;

    private static readonly WorkbookSheet[] Sheets =
    [
        new("Özet", [new("Bilgi", 34), new("Değer", 60)]) { FitPageWidth = true },
        new("Değişiklikler",
        [
            new("No", 7), new("Durum", 12), new("Kural", 10), new("Sınıf", 18), new("Fiş No", 16), new("Satır", 7), new("Alan", 24), new("İşlem", 20), new("Önce", TextWidth), new("Sonra", TextWidth), new("Seçenekler", TextWidth),
            new("Gerekçe", WhyWidth), new("Bağlı olduğu değişiklik", 16), new("Fiş Kaynak No", 18),
        ]) { FrozenColumns = 1, AutoFilter = true, FitPageWidth = true },
        new("Hesap etkisi", [new("Hesap", 20), new("Borç (önce)", 18), new("Borç (sonra)", 18), new("Borç farkı", 16), new("Alacak (önce)", 18), new("Alacak (sonra)", 18), new("Alacak farkı", 16)]) { AutoFilter = true, FitPageWidth = true },
        new("Kalanlar", [new("Kural", 10), new("Önem", 9), new("Bulgu", 9), new("Muhasebe Bakım", 20), new("Açıklama", 90)]) { AutoFilter = true, FitPageWidth = true },
    ];

    /// <param name="output">Any writable stream; left open.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="heading">Whose it is, and what became of it.</param>
    public static void Write(Stream output, RepairPlan plan, RepairPlanHeading heading)
    {
        using var workbook = new WorkbookWriter(output, Sheets);
        WriteSummary(workbook, plan, heading);
        WriteChanges(workbook, plan, heading);
        WriteAccounts(workbook, plan);
        WriteRemaining(workbook, plan);
        workbook.Complete();
    }

    private static void WriteSummary(WorkbookWriter workbook, RepairPlan plan, RepairPlanHeading heading)
    {
        workbook.BeginSheet();
        Line("Firma", heading.Company);
        Line("Şube", heading.Branch);
        Line("Dönem", heading.Range);
        Line("Durum", heading.State);
        Line("Plan", plan.Run);
        Line("Değişiklik", TurkishText.Count(plan.Changes.Count));
        Line("Elle düzeltilecek bulgu", TurkishText.Count(plan.Unrepairable));
        foreach (var group in plan.Groups)
            Line(group.Rule, $"{ReportText.Name(group.Class)}: {TurkishText.Count(group.Changes)} değişiklik{(group.Vouchers > 0 ? $", {TurkishText.Count(group.Vouchers)} fiş" : string.Empty)}");
        foreach (var act in heading.History)
            Line("Geçmiş", act);

        void Line(string name, string value)
        {
            workbook.Row(ReportText.Lines(value, 60));
            workbook.Text(name, CellStyle.Bold);
            workbook.Text(ReportText.Visible(value), CellStyle.Wrap);
        }
    }

    private static void WriteChanges(WorkbookWriter workbook, RepairPlan plan, RepairPlanHeading heading)
    {
        workbook.BeginSheet();
        foreach (var change in plan.Changes)
        {
            if (workbook.Rows == RowsMax)
            {
                workbook.Row();
                workbook.Text($"Sayfa doldu: {TurkishText.Count(plan.Changes.Count - RowsMax + 1)} değişiklik daha var; tamamı planın kendisindedir.", CellStyle.Error);
                return;
            }

            WriteChange(workbook, change, heading.Standing.Contains(change.N));
        }
    }

    private static void WriteChange(WorkbookWriter workbook, Change change, bool stands)
    {
        var (before, after, candidates) = (RepairPlanText.Value(change, change.Before), RepairPlanText.Value(change, change.After), string.Join("\n", change.Candidates.Select(candidate => RepairPlanText.Value(change, candidate))));
        workbook.Row(new[] { ReportText.Lines(before, TextWidth), ReportText.Lines(after, TextWidth), ReportText.Lines(candidates, TextWidth), ReportText.Lines(change.Why, WhyWidth) }.Max());
        workbook.Number(change.N);
        workbook.Text(stands ? "Uygulandı" : null);
        workbook.Text(change.Rule);
        workbook.Text(ReportText.Name(change.Class));
        workbook.Text(ReportText.Visible(change.VoucherNumber));
        if (change.Line is { } line)
            workbook.Number(line);
        else
            workbook.Empty();
        workbook.Text(RepairPlanText.Place(change));
        workbook.Text(RepairPlanText.Name(change.Kind, change));
        workbook.Text(ReportText.Visible(before), CellStyle.Wrap);
        workbook.Text(ReportText.Visible(after), CellStyle.Wrap);
        workbook.Text(ReportText.Visible(candidates), CellStyle.Wrap);
        workbook.Text(ReportText.Visible(change.Why), CellStyle.Wrap);
        workbook.Text(string.Join(", ", change.Requires.Select(static number => number.ToString(CultureInfo.InvariantCulture))));
        workbook.Text(ReportText.Visible(change.VoucherId));
    }

    private static void WriteAccounts(WorkbookWriter workbook, RepairPlan plan)
    {
        workbook.BeginSheet();
        foreach (var account in plan.Accounts)
        {
            workbook.Row();
            workbook.Text(ReportText.Visible(account.Account));
            workbook.Amount(account.DebitBefore);
            workbook.Amount(account.DebitAfter);
            workbook.Amount(account.DebitAfter - account.DebitBefore);
            workbook.Amount(account.CreditBefore);
            workbook.Amount(account.CreditAfter);
            workbook.Amount(account.CreditAfter - account.CreditBefore);
        }

        if (plan.Accounts.Count > 0)
            return;
        workbook.Row();
        workbook.Text("Hiçbir hesabın tutarı değişmez.");
    }

    private static void WriteRemaining(WorkbookWriter workbook, RepairPlan plan)
    {
        workbook.BeginSheet();
        foreach (var left in plan.Remaining)
        {
            workbook.Row();
            workbook.Text(left.Rule);
            workbook.Text(ReportText.Name(left.Severity), left.Severity switch { Severity.Error => CellStyle.Error, Severity.Warning => CellStyle.Warning, _ => CellStyle.Text });
            workbook.Number(left.Count);
            workbook.Text(ReportText.Name(left.Class));
            workbook.Text("Bakımın önerebileceği bir değişiklik yok; kontrol raporundaki çözüme göre düzeltilir.");
        }

        foreach (var told in plan.Foretold)
        {
            workbook.Row(ReportText.Lines(told.Message, 90));
            workbook.Text(told.Rule);
            workbook.Text(null);
            workbook.Empty();
            workbook.Text(told.Choice is { } choice ? $"{TurkishText.Count(choice)} no’lu seçimle çıkar" : "Bakımdan sonra çıkar");
            workbook.Text(ReportText.Visible(told.Message), CellStyle.Wrap);
        }
    }
}
