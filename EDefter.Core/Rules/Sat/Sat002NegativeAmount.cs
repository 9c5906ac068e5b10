using EDefter.Core.Text;

namespace EDefter.Core.Rules.Sat;

/// <summary>An amount below zero (storno, “kırmızı kayıt”); a ledger amount is positive and its side says the rest.</summary>
public sealed class Sat002NegativeAmount : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT002",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: tutar sıfırdan küçük ({tutar}).",
        Remedy = "Tutarı karşı tarafa artı olarak yazan öneriyi onaylayın ya da kaydı ERP’de ters kayıtla düzeltin.",
        Source = "GİB yevmiye şematronu Y100, Y117",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Debit.Value is < 0)
            findings.Add(this, voucher, line.Number, "debit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("tutar", TurkishText.Amount(line.Line.Debit.OrZero)));
        if (line.Line.Credit.Value is < 0)
            findings.Add(this, voucher, line.Number, "credit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("tutar", TurkishText.Amount(line.Line.Credit.OrZero)));
    }
}
