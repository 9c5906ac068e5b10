using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Ack;

/// <summary>An opening voucher of another day than the first of its fiscal year; a company that took up e-Defter in mid-year, and a branch that was opened then, may open on that day.</summary>
public sealed class Ack004OpeningDate : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK004",
        Severity = Severity.Error,
        RepairClass = RepairClass.C,
        Message = "Açılış fişi {tarih} tarihli; tarihi {donemBasi} olmalıdır.",
        Remedy = "Açılış fişinin tarihini ERP’de hesap döneminin ilk gününe alın ya da önerilen günü seçin; fiş açılış değilse türünü düzeltin.",
        Source = "VUK 174; GİB e-Defter Uygulama Kılavuzu: açılış fişi hesap döneminin ilk maddesidir",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Kind is not VoucherKind.Opening || voucher.Date is not { } date || context.Company.YearOf(date) is not { } year)
            return;
        if (date != year.Start && !context.MayBeginOn(date))
            findings.Add(this, voucher, line: null, "date", ("tarih", TurkishText.Date(date)), ("donemBasi", TurkishText.Date(year.Start)));
    }
}
