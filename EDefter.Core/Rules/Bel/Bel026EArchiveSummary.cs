using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>Summaries of e-Arşiv invoices in the books of a company whose sector is not among those that may have them. Told once, at the first of them.</summary>
public sealed class Bel026EArchiveSummary : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL026",
        Severity = Severity.Info,
        Message = "e-Arşiv fatura icmali yalnız izinli sektörlerde kullanılabilir: {adet} fişte icmal var, firmanın NACE kodu {nace}.",
        Remedy = "Firmanın NACE kodunu kontrol edin; sektör izinli değilse e-Arşiv faturalarını tek tek ya da en fazla on günlük toplu fatura kaydıyla deftere alın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (e-Arşiv fatura icmali)",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Company.NaceCode))
            return RuleOutcome.NoData;
        return context.Pack.EArchiveSectors.Count == 0 || IsPermitted(context.Pack, context.Company.NaceCode) ? RuleOutcome.NotApplicable : RuleOutcome.Ran;
    }

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    // NACE codes are written with and without points: 47.91.01, 479101.
    private static bool IsPermitted(RulePack pack, string naceCode)
    {
        var digits = string.Concat(naceCode.Where(char.IsAsciiDigit));
        return pack.EArchiveSectors.Any(sector => digits.StartsWith(sector, StringComparison.Ordinal));
    }

    private sealed class Pass(Bel026EArchiveSummary rule, CheckContext context) : MonthPass
    {
        private AccountFault? first;

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (voucher.Lines.Length == 0 || voucher.GroupingIn(context.Pack) is not GroupingKind.EArchive)
                return;
            ref readonly var line = ref voucher.Lines[0];
            first = first?.With(voucher, in line) ?? new AccountFault(string.Empty, string.Empty, Lines: 1, voucher.Date, voucher.Voucher.Id, voucher.Voucher.Number, Line: 1);
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(first is not null);
            first?.Save(writer);
        }

        public override void Join(BinaryReader reader)
        {
            if (reader.ReadBoolean() && AccountFault.Read(reader) is var other)
                first = first?.With(other) ?? other;
        }

        public override void Finish(FindingSink findings)
        {
            if (first is { } told)
                findings.Add(rule, told.VoucherId, told.VoucherNumber, told.Date, line: null, "grouping", ("adet", TurkishText.Count(told.Lines)), ("nace", context.Company.NaceCode!.Trim()));
        }
    }
}
