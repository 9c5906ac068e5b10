using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS013: grouped invoices beyond the limits become entries of consecutive invoices of one nature within them, where every such group balances.</summary>
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
        $"Toplu fatura kaydı kurala uymuyor; alışlar ve satışlar ayrı olmak üzere, tarih ve numara sırasındaki faturalar sınıra uyan {parts} yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.";

    // Invoices in the order of their dates and numbers, as many to a window as the law allows, purchases and sales apart. Null where a date cannot be read, or where some of a mixture are neither.
    private static Dictionary<DocumentKey, int>? Windows(VoucherFacts voucher, RuleLimits limits)
    {
        var documents = new Dictionary<DocumentKey, CitedDocument>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (DocumentKey.Of(line.Document) is not { } key)
                continue;
            if (line.Document!.Date.Value is null)
                return null;
            if (!documents.TryGetValue(key, out var document))
                documents.Add(key, document = new CitedDocument(in line));
            document.Take(in line);
        }

        var isMixed = documents.Values.Any(static document => document.Nature is InvoiceNature.Purchase) && documents.Values.Any(static document => document.Nature is InvoiceNature.Sale);
        return isMixed && documents.Values.Any(static document => document.Nature is null) ? null : Windows(documents, isMixed, limits);
    }

    private static Dictionary<DocumentKey, int> Windows(Dictionary<DocumentKey, CitedDocument> documents, bool isMixed, RuleLimits limits)
    {
        var windows = new Dictionary<DocumentKey, int>();
        int window = 0, inWindow = 0;
        (InvoiceNature? Nature, DateOnly Day) first = default;
        foreach (var (key, document) in documents.OrderBy(document => isMixed ? document.Value.Nature : null).ThenBy(static document => document.Value.Document.Date.Value).ThenBy(static document => document.Key.Number, StringComparer.Ordinal))
        {
            var day = document.Document.Date.Value!.Value;
            if (inWindow == 0 || inWindow == limits.GroupedInvoicesMax || day.DayNumber - first.Day.DayNumber >= limits.GroupedDaysMax || (isMixed && document.Nature != first.Nature))
                (window, inWindow, first) = (window + 1, 0, (document.Nature, day));
            inWindow++;
            windows[key] = window;
        }

        return windows;
    }
}
