using System.Globalization;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>Invoices booked together that are too many, of too many days, or not of one nature. The limits are the rule pack's.</summary>
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
        var invoices = Math.Max(Counted(voucher.Voucher.Grouping), documents.Count(static document => document.Type is DocumentType.Invoice));
        var days = VoucherDocuments.Days(documents, voucher.Voucher.Grouping);
        var fault = invoices > limits.GroupedInvoicesMax || days > limits.GroupedDaysMax ? "sınırı aşıyor" : AreMixed(documents) ? "alış ve satış faturalarını karıştırıyor" : null;
        if (fault is null)
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

    // An invoice whose lines say both (a barter) or nothing of the two is no witness.
    private static bool AreMixed(List<CitedDocument> documents) =>
        documents.Exists(static document => document.IsPurchase && !document.IsSale) && documents.Exists(static document => document.IsSale && !document.IsPurchase);
}
