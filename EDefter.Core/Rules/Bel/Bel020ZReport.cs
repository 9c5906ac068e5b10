using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>Z reports of several days in one voucher, or sales of several KDV rates on one KDV line. Several registers of one day may stand together.</summary>
public sealed class Bel020ZReport : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL020",
        Severity = Severity.Warning,
        Message = "Z Raporu İcmali günlük ve KDV oranına göre ayrık olmalıdır: {fisNo} ({neden}).",
        Remedy = "Her günün Z raporlarını ayrı fişe alın; satışları ve hesaplanan KDV’yi her oran için ayrı satıra yazın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (Z Raporu İcmali)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.GroupingIn(context.Pack) is not GroupingKind.ZReport)
            return;
        var days = voucher.Voucher.Grouping is null && !VoucherDocuments.AreSeveral(context.Pack, voucher) ? 1 : VoucherDocuments.Days(VoucherDocuments.Of(context.Pack, voucher), voucher.Voucher.Grouping);
        if (days > 1)
            Tell(voucher, findings, $"{TurkishText.Count(days)} gün bir arada");
        if (VatOfSales.IsMixed(context.Pack, voucher))
            Tell(voucher, findings, "KDV oranları ayrılmamış");
    }

    private void Tell(VoucherFacts voucher, FindingSink findings, string reason) =>
        findings.Add(this, voucher, line: null, "grouping", ("fisNo", voucher.Name), ("neden", reason));
}
