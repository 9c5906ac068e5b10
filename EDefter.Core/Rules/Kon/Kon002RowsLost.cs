using EDefter.Core.Text;

namespace EDefter.Core.Rules.Kon;

/// <summary>The ERP counts other numbers of vouchers or lines for the month than arrived, cancelled ones included on both sides.</summary>
public sealed class Kon002RowsLost : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON002",
        Severity = Severity.Error,
        Target = RuleTarget.Run,
        Message = "Kaynakta {kaynak} fiş, raporda {rapor} fiş var{satirlar}.",
        Remedy = "ERP’nin saydığı fişlerin hepsini gönderin; yetki süzgeci, tarihsiz fiş ya da yarım kalan aktarım satır kaybettirir. Sayı yanlışsa kaynak sayısını yeniden bildirin.",
        Source = "VUK 215–219 (kayıtların tamlığı); kaynak ve rapor sayısı eşit olmalıdır",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is null)
            return RuleOutcome.Skipped;
        return context.SourceCount is null ? RuleOutcome.NoData : RuleOutcome.Ran;
    }

    public override MonthPass Begin(CheckContext context) => new Pass(this, context.SourceCount ?? throw new InvalidOperationException("The rule needs a source count."), context.Repaired);

    private sealed class Pass(Kon002RowsLost rule, SourceCount source, RepairDifference? repaired) : MonthPass
    {
        private long vouchers;
        private long lines;
        private bool anyRepaired;

        public override void Observe(VoucherFacts voucher, FindingSink findings) => Count(voucher);

        public override void ObserveCancelled(VoucherFacts voucher) => Count(voucher);

        public override void Finish(FindingSink findings)
        {
            // What repairs moved, divided or left out is no loss: the ERP's count is compared with what it sent. Where that is not known its vouchers are compared alone.
            var (sent, sentLines) = (vouchers - (repaired?.Vouchers ?? 0), lines - (repaired?.Lines ?? 0));
            var linesDiffer = (repaired is not null || !anyRepaired) && source.Lines is { } expected && expected != sentLines;
            if (source.Vouchers == sent && !linesDiffer)
                return;
            findings.Add(
                rule,
                "sourceCount",
                ("kaynak", TurkishText.Count(source.Vouchers)),
                ("rapor", TurkishText.Count(sent)),
                ("satirlar", linesDiffer ? $" (kaynakta {TurkishText.Count(source.Lines ?? 0)} satır, raporda {TurkishText.Count(sentLines)} satır)" : string.Empty));
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(vouchers);
            writer.Write(lines);
            writer.Write(anyRepaired);
        }

        public override void Join(BinaryReader reader)
        {
            vouchers += reader.ReadInt64();
            lines += reader.ReadInt64();
            anyRepaired |= reader.ReadBoolean();
        }

        private void Count(VoucherFacts voucher)
        {
            vouchers += voucher.IsFirstOfVoucher ? 1 : 0;
            lines += voucher.Lines.Length;
            anyRepaired |= voucher.IsRepaired;
        }
    }
}
