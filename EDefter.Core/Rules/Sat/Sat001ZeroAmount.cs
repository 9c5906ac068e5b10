namespace EDefter.Core.Rules.Sat;

/// <summary>Nothing on either side. A line whose amount cannot be read is SAT005’s.</summary>
public sealed class Sat001ZeroAmount : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT001",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "{fisNo}/{satirNo}: tutarı sıfır olan satır.",
        Remedy = "Satır gereksizse Muhasebe Bakım onu defterin dışında bırakır; tutarı olması gerekiyorsa ERP’de girip fişi yeniden gönderin.",
        Source = "GİB yevmiye şematronu Y100 (tutar 0’dan büyük olmalı)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Readable && line.Debit == 0 && line.Credit == 0)
            findings.Add(this, voucher, line.Number, "debit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)));
    }
}
