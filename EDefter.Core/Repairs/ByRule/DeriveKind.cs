using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// FIS011: cash comes in = tahsil, cash goes out = tediye, no cash = mahsup (Elektronik Muhasebe Fişi Kılavuzu 2). Opening and closing vouchers
/// are never guessed, and nothing is offered where the voucher might be one.
/// </summary>
internal sealed class DeriveKind : Repair
{
    private const string Cash = "100";

    public override string Code => "FIS011";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (MayBeOpeningOrClosing(voucher, context) || Derive(voucher) is not { } derived)
            return null;
        if (!string.IsNullOrWhiteSpace(voucher.Voucher.Kind) && !Says(voucher.Voucher.Kind, derived))
            return null;
        return Proposal.Of(Edit.Set(line: null, "kind", derived.ToWire(), Why(derived)));
    }

    private static VoucherKind? Derive(VoucherFacts voucher)
    {
        bool cashIn = false, cashOut = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.Readable || line.MainAccount.Length == 0 || line.Debit < 0 || line.Credit < 0)
                return null;
            if (line.MainAccount != Cash)
                continue;
            cashIn |= line.Debit > 0;
            cashOut |= line.Credit > 0;
        }

        return (cashIn, cashOut) switch
        {
            (true, true) => null,
            (true, false) => VoucherKind.Tahsil,
            (false, true) => VoucherKind.Tediye,
            _ => voucher.Lines.Length > 0 ? VoucherKind.Mahsup : null,
        };
    }

    // An opening or closing voucher stands on an end of the fiscal year, or on the day on which e-Defter was taken up or the branch opened, and carries the equity (class 5) of the balance sheet.
    private static bool MayBeOpeningOrClosing(VoucherFacts voucher, RepairContext context)
    {
        var year = context.Check.FiscalYear;
        if (year is null || voucher.Date is not { } date)
            return true;
        if (date != year.Start && date != year.End && !context.Check.MayBeginOn(date))
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.MainAccount.StartsWith('5'))
                return true;
        }

        return false;
    }

    // A word that is none of the five ("Mahsup Fişi") is replaced only by what it says itself.
    private static bool Says(string word, VoucherKind kind) =>
        TurkishWordComparer.Fold(word).Split(' ').Contains(TurkishWordComparer.Fold(kind.ToWire()), StringComparer.Ordinal);

    private static string Why(VoucherKind kind) => kind switch
    {
        VoucherKind.Tahsil => "Fiş türü boş ya da tanınmıyor; 100 Kasa hesabına borç kaydı olduğundan tahsil fişidir.",
        VoucherKind.Tediye => "Fiş türü boş ya da tanınmıyor; 100 Kasa hesabına alacak kaydı olduğundan tediye fişidir.",
        _ => "Fiş türü boş ya da tanınmıyor; 100 Kasa hesabı çalışmadığından mahsup fişidir.",
    };
}
