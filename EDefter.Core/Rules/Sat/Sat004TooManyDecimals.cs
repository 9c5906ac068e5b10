using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Sat;

/// <summary>More than two decimals that say something; trailing zeros do not.</summary>
public sealed class Sat004TooManyDecimals : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT004",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: tutar iki haneden fazla ondalık içeriyor ({tutar}).",
        Remedy = "Tutarı kuruşa yuvarlayan öneriyi onaylayın; yuvarlama fişi bozuyorsa tutarı ERP’de düzeltin.",
        Source = "GİB yevmiye şematronu Y87–Y88, Y117",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (HasMore(line.Line.Debit))
            findings.Add(this, voucher, line.Number, "debit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("tutar", TurkishText.Amount(line.Line.Debit.OrZero)));
        if (HasMore(line.Line.Credit))
            findings.Add(this, voucher, line.Number, "credit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("tutar", TurkishText.Amount(line.Line.Credit.OrZero)));
    }

    private static bool HasMore(AmountField amount) =>
        amount.Value is { } value && value.Scale > 2 && decimal.Round(value, 2) != value;
}
