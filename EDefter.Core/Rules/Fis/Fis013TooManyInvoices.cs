using System.Globalization;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>
/// Invoices booked together that are too many, of too many days, or not of one nature. The limits are the rule pack's and bind invoices of one nature: where purchases and
/// sales are mixed, each nature is measured by itself.
/// </summary>
public sealed class Fis013TooManyInvoices : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS013",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Toplu fatura kaydı {kusur}: {fisNo}, {adet} fatura, {gun} gün (en fazla {enFazlaFatura} fatura, {enFazlaGun} gün, aynı nitelikte).",
        Remedy = "ERP’de toplu kaydı en fazla {enFazlaGun} günlük ve {enFazlaFatura} faturalık fişlere, alışları ve satışları ayırarak bölün.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (faturaların toplu kaydı)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.RestsOnNoDocument(context.Pack))
            return;
        var isDeclared = voucher.Voucher.Grouping is not null && Groupings.Declared(context.Pack, voucher) is GroupingKind.Invoices;
        if (!isDeclared && (voucher.Voucher.Grouping?.Kind is not null || !VoucherDocuments.AreSeveral(context.Pack, voucher)))
            return;
        var documents = VoucherDocuments.Of(context.Pack, voucher);
        if (!isDeclared && (documents.Count < 2 || !VoucherDocuments.AreInvoices(voucher, documents)))
            return;
        Judge(context.Pack.Limits, voucher, documents, findings);
    }

    private void Judge(RuleLimits limits, VoucherFacts voucher, List<CitedDocument> documents, FindingSink findings)
    {
        var invoices = Math.Max(Counted(voucher.Voucher.Grouping), Invoices(documents));
        var days = VoucherDocuments.Days(documents, voucher.Voucher.Grouping);
        if (Fault(limits, documents, invoices, days) is not { } fault)
            return;
        findings.Add(
            this,
            voucher,
            line: null,
            "grouping",
            ("kusur", fault),
            ("fisNo", voucher.Name),
            ("adet", TurkishText.Count(invoices)),
            ("gun", TurkishText.Count(days)),
            ("enFazlaFatura", TurkishText.Count(limits.GroupedInvoicesMax)),
            ("enFazlaGun", TurkishText.Count(limits.GroupedDaysMax)));
    }

    private static int Counted(VoucherGrouping? grouping) =>
        int.TryParse(grouping?.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static string? Fault(RuleLimits limits, List<CitedDocument> documents, int invoices, int days)
    {
        var purchases = documents.FindAll(static document => document.Nature is InvoiceNature.Purchase);
        var sales = documents.FindAll(static document => document.Nature is InvoiceNature.Sale);
        if (purchases.Count == 0 || sales.Count == 0)
            return Exceed(limits, invoices, days) ? "sınırı aşıyor" : null;
        return (Exceed(limits, purchases), Exceed(limits, sales)) switch
        {
            (true, true) => "alış ve satış faturalarını karıştırıyor, ikisi de sınırı aşıyor",
            (true, false) => "alış ve satış faturalarını karıştırıyor, alışlar sınırı da aşıyor",
            (false, true) => "alış ve satış faturalarını karıştırıyor, satışlar sınırı da aşıyor",
            _ => "alış ve satış faturalarını karıştırıyor",
        };
    }

    // What the ERP says of the whole (grouping) says nothing of one nature.
    private static bool Exceed(RuleLimits limits, List<CitedDocument> documents) => Exceed(limits, Invoices(documents), VoucherDocuments.Days(documents, grouping: null));

    private static bool Exceed(RuleLimits limits, int invoices, int days) => invoices > limits.GroupedInvoicesMax || days > limits.GroupedDaysMax;

    private static int Invoices(List<CitedDocument> documents) => documents.Count(static document => document.Type is DocumentType.Invoice);
}
