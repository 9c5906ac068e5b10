using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A summary of retail receipts that spans more days than the guide permits.</summary>
public sealed class Bel023RetailDays : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL023",
        Severity = Severity.Warning,
        Message = "Perakende fiş icmali {enFazla} günü aşıyor: {fisNo}, {gun} gün.",
        Remedy = "İcmali en fazla {enFazla} günlük fişlere bölüp her biri için ayrı kayıt yapın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (perakende satış vesikaları ile tevsik edilen giderler icmali)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.GroupingIn(context.Pack) is not GroupingKind.Retail || (voucher.Voucher.Grouping is null && !VoucherDocuments.AreSeveral(context.Pack, voucher)))
            return;
        var days = VoucherDocuments.Days(VoucherDocuments.Of(context.Pack, voucher), voucher.Voucher.Grouping);
        if (days > context.Pack.Limits.RetailDaysMax)
            findings.Add(this, voucher, line: null, "grouping", ("fisNo", voucher.Name), ("gun", TurkishText.Count(days)), ("enFazla", TurkishText.Count(context.Pack.Limits.RetailDaysMax)));
    }
}
