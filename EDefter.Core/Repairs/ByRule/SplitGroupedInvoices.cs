using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS013: grouped invoices beyond the limits become entries of consecutive invoices within them, where every such group balances.</summary>
internal sealed class SplitGroupedInvoices : SplitRepair
{
    public override string Code => "FIS013";

    protected override IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, RepairContext context)
    {
        if (Windows(voucher, context.Pack.Limits) is not { } windows)
            return null;
        var labels = new string?[voucher.Lines.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (DocumentKey.Of(voucher.Lines[i].Document) is { } key)
                labels[i] = windows[key].ToString(CultureInfo.InvariantCulture);
        }

        return LineGroups.Divide(voucher, labels, byDocument: true);
    }

    protected override string Why(int parts) =>
        $"Toplu fatura kaydı sınırı aşıyor; tarih ve numara sırasındaki faturalar sınıra uyan {parts} yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.";

    // Invoices in the order of their dates and numbers, as many to a window as the law allows. Null where a date cannot be read.
    private static Dictionary<DocumentKey, int>? Windows(VoucherFacts voucher, RuleLimits limits)
    {
        var documents = new Dictionary<DocumentKey, DateOnly>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (DocumentKey.Of(line.Document) is not { } key)
                continue;
            if (line.Document!.Date.Value is not { } day)
                return null;
            documents[key] = day;
        }

        var windows = new Dictionary<DocumentKey, int>();
        int window = 0, inWindow = 0;
        var first = default(DateOnly);
        foreach (var (key, day) in documents.OrderBy(static document => document.Value).ThenBy(static document => document.Key.Number, StringComparer.Ordinal))
        {
            if (inWindow == 0 || inWindow == limits.GroupedInvoicesMax || day.DayNumber - first.DayNumber >= limits.GroupedDaysMax)
                (window, inWindow, first) = (window + 1, 0, day);
            inWindow++;
            windows[key] = window;
        }

        return windows;
    }
}
