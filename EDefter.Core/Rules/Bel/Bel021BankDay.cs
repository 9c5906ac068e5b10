using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A bank's day that holds several banks or several days. Judges what is booked as a summary (the grouping, or a Muhasebe Fişi for a document): a movement
/// with its own dekont needs no day, and several dekonts in one voucher are FIS012's.
/// </summary>
public sealed class Bel021BankDay : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL021",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Banka fişi tek banka ve tek gün olmalıdır: {fisNo} ({neden}).",
        Remedy = "Her bankanın her gününü ayrı fişe alın ya da her hareketi kendi dekontuyla kaydedin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (banka hareketlerinin günlük kaydı)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.GroupingIn(context.Pack) is not GroupingKind.BankDay)
            return;
        if (voucher.Voucher.Grouping is null && !VoucherDocuments.AreSeveral(context.Pack, voucher) && !BankMovements.AreOfSeveralBanks(voucher))
            return;
        var days = VoucherDocuments.Days(VoucherDocuments.Of(context.Pack, voucher), voucher.Voucher.Grouping);
        var reason = (BankMovements.AreOfSeveralBanks(voucher), days > 1) switch
        {
            (true, true) => $"birden çok banka ve {TurkishText.Count(days)} gün bir arada",
            (true, false) => "birden çok banka bir arada",
            (false, true) => $"{TurkishText.Count(days)} gün bir arada",
            _ => null,
        };
        if (reason is not null)
            findings.Add(this, voucher, line: null, "grouping", ("fisNo", voucher.Name), ("neden", reason));
    }
}
