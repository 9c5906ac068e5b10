using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Hes;

/// <summary>
/// The cash account has a credit balance at the end of a day: more was paid out than was there. Every cash desk (sub account) is judged by itself, except those that hold foreign currency, whose balance in lira may dip
/// below zero by exchange differences alone; account 100 as a whole is judged when no desk was told. Told once for an account, with the first day and the worst.
/// </summary>
public sealed class Hes009CashBelowZero : MonthRule
{
    private const string Cash = "100";

    public override RuleInfo Info { get; } = new()
    {
        Code = "HES009",
        Severity = Severity.Warning,
        Message = "{hesap} hesabı {tarih} günü {tutar} TL alacak bakiyesi veriyor{gunler}.",
        Remedy = "Kaydedilmeyen ya da geç kaydedilen tahsilatı bulun; eksik tahsil fişini gönderin, yanlış hesaba yazılan ödemeyi ERP’de düzeltin.",
        Source = "MSUGT 100 Kasa: \"Hiçbir şekilde alacak bakiyesi vermez\"",
    };

    public override ReferenceData? Needs => ReferenceData.OpeningBalances;

    public override RuleOutcome Applies(CheckContext context) => context.FiscalYear is { } year && year.Contains(context.To) ? RuleOutcome.Ran : RuleOutcome.Skipped;

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    private sealed class Pass(Hes009CashBelowZero rule, CheckContext context) : MonthPass
    {
        private readonly SortedDictionary<string, CashDesk> desks = new(StringComparer.Ordinal);
        private bool openingSeen;
        private bool known = true;

        public override RuleOutcome Outcome => known ? RuleOutcome.Ran : RuleOutcome.NoData;

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            openingSeen |= voucher.Kind is VoucherKind.Opening;
            // A closing voucher empties the desk; it is no payment.
            if (voucher.Kind is VoucherKind.Closing)
                return;
            foreach (ref readonly var line in voucher.Lines)
            {
                if (string.Equals(line.MainAccount, Cash, StringComparison.Ordinal))
                    DeskOf(line.Line.Account).Add(voucher.Date ?? context.From, line.Debit - line.Credit, line.Line.Original?.Currency is { Length: > 0 });
            }
        }

        public override void Finish(FindingSink findings)
        {
            if (desks.Count == 0)
                return;
            if (CarriedBalances.Of(context, openingSeen) is not { } carried)
            {
                known = false;
                return;
            }

            var told = false;
            foreach (var (account, desk) in desks)
            {
                if (!desk.IsForeign)
                    told |= Tell(account, desk, carried.BalanceOf(account), findings);
            }

            if (!told && desks.Count > 1)
                Tell(Wording.MainAccount(Cash), CashDesk.Sum(desks.Values), carried.ByMainAccount().BalanceOf(Cash), findings);
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(openingSeen);
            writer.Write(desks.Count);
            foreach (var (account, desk) in desks)
            {
                writer.Write(account);
                desk.Save(writer);
            }
        }

        public override void Join(BinaryReader reader)
        {
            openingSeen |= reader.ReadBoolean();
            for (var left = reader.ReadInt32(); left > 0; left--)
                DeskOf(reader.ReadString()).Join(reader);
        }

        private CashDesk DeskOf(string? account)
        {
            var code = account is { Length: > 0 } ? account : Cash;
            if (!desks.TryGetValue(code, out var desk))
                desks.Add(code, desk = new CashDesk());
            return desk;
        }

        private bool Tell(string account, CashDesk desk, decimal carried, FindingSink findings)
        {
            var below = desk.DaysBelowZero(carried);
            if (below.Count == 0)
                return false;
            var worst = below.MinBy(static day => (day.Balance, day.Day));
            var days = below.Count == 1 ? string.Empty : $"; {TurkishText.Count(below.Count)} gün böyle, en yükseği {TurkishText.Date(worst.Day)} günü {TurkishText.Amount(-worst.Balance)} TL";
            findings.Add(
                rule,
                "balance",
                ("hesap", string.Equals(account, Cash, StringComparison.Ordinal) ? Wording.MainAccount(Cash) : account),
                ("tarih", TurkishText.Date(below[0].Day)),
                ("tutar", TurkishText.Amount(-below[0].Balance)),
                ("gunler", days));
            return true;
        }
    }
}
