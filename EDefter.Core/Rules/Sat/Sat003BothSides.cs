using EDefter.Core.Text;

namespace EDefter.Core.Rules.Sat;

/// <summary>Debit and credit on one line. Never netted: both turnovers are real.</summary>
public sealed class Sat003BothSides : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT003",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: aynı satırda hem borç ({borc}) hem alacak ({alacak}) var.",
        Remedy = "Satırı biri borç, biri alacak iki satıra ayıran öneriyi onaylayın; tutarlar birbirinden düşülmez.",
        Source = "GİB yevmiye şematronu Y105 (bir satırın tek borç/alacak kodu vardır)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Debit > 0 && line.Credit > 0)
            findings.Add(this, voucher, line.Number, "debit", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("borc", TurkishText.Amount(line.Debit)), ("alacak", TurkishText.Amount(line.Credit)));
    }
}
