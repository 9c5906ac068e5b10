using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Ack;

/// <summary>A closing voucher of another day than the last of its fiscal year. On the last day the order of the journal itself puts it last, so nothing can follow it.</summary>
public sealed class Ack007ClosingNotLast : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK007",
        Severity = Severity.Error,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Kapanış fişi dönemin son kaydı değil: {fisNo} ({tarih}), hesap dönemi {donemSonu} günü bitiyor.",
        Remedy = "Kapanış fişinin tarihini ERP’de hesap döneminin son gününe alın ya da fiş kapanış değilse türünü düzeltin.",
        Source = "VUK 174; GİB e-Defter Uygulama Kılavuzu: kapanış fişi hesap döneminin son maddesidir",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Kind is not VoucherKind.Closing || voucher.Date is not { } date || context.Company.YearOf(date) is not { } year || date == year.End)
            return;
        findings.Add(
            this,
            voucher,
            line: null,
            "date",
            ("fisNo", voucher.Name),
            ("tarih", TurkishText.Date(date)),
            ("donemSonu", TurkishText.Date(year.End)));
    }
}
