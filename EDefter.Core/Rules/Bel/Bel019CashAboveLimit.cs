using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A collection or payment in cash above the limit from which on a bank must carry it. The limit is that of the voucher's day. What is no single
/// payment to a third party is let alone: own money, wages, public offices, a day's many customers.
/// </summary>
public sealed class Bel019CashAboveLimit : VoucherRule
{
    private const string CashAccount = "100";

    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL019",
        Severity = Severity.Info,
        Message = "{yer}: {tutar} TL {islem} kasa ile yapılmış (tevsik sınırı {sinir} TL).",
        Remedy = "Sınırı aşan tahsilat ve ödemeler banka, PTT ya da ödeme kuruluşu aracılığıyla yapılmalıdır; tek işlem değilse ya da istisna varsa belgesini saklayın.",
        Source = "VUK mük. 257, mük. 355; VUK Genel Tebliği Sıra No: 459 ve 575",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.Equals(line.MainAccount, CashAccount, StringComparison.Ordinal) && line.Debit + line.Credit > LeastLimit(context))
            {
                Judge(context, voucher, findings);
                return;
            }
        }
    }

    private void Judge(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is not { } date || voucher.RestsOnNoDocument(context.Pack) || IsOfMany(context.Pack, voucher))
            return;
        var limit = RulePacks.For(date).Limits.CashProofLira;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.Equals(line.MainAccount, CashAccount, StringComparison.Ordinal) || line.Debit + line.Credit <= limit || OfThirdParties(context.Pack, voucher, line.Debit > 0) <= limit)
                continue;
            findings.Add(
                this,
                voucher,
                line.Number,
                line.Debit > 0 ? "debit" : "credit",
                ("yer", Wording.Place(voucher, line.Number)),
                ("tutar", TurkishText.Amount(line.Debit + line.Credit)),
                ("islem", line.Debit > 0 ? "tahsilat" : "ödeme"),
                ("sinir", TurkishText.Amount(limit)));
        }
    }

    // A summary of a day, of many persons or of many receipts is no single payment.
    private static bool IsOfMany(RulePack pack, VoucherFacts voucher) =>
        voucher.GroupingIn(pack) is GroupingKind.ZReport or GroupingKind.Retail or GroupingKind.Payroll or GroupingKind.EArchive || Groupings.Declared(pack, voucher) is GroupingKind.Fx;

    // What stands on the other side against accounts that may be settled in cash is no third party's.
    private static decimal OfThirdParties(RulePack pack, VoucherFacts voucher, bool isCollection)
    {
        decimal cash = 0, exempt = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            var (own, other) = isCollection ? (line.Debit, line.Credit) : (line.Credit, line.Debit);
            if (string.Equals(line.MainAccount, CashAccount, StringComparison.Ordinal))
                cash += own;
            if (pack.CashProofExemptAccounts.Contains(line.MainAccount))
                exempt += other;
        }

        return cash - exempt;
    }

    // A month that the limit changes in is checked with the pack of its first day; the smaller of the two asks the exact question.
    private static decimal LeastLimit(CheckContext context) => decimal.Min(context.Pack.Limits.CashProofLira, RulePacks.For(context.To).Limits.CashProofLira);
}
