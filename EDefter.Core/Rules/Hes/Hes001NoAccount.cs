namespace EDefter.Core.Rules.Hes;

/// <summary>A line without an account code.</summary>
public sealed class Hes001NoAccount : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES001",
        Severity = Severity.Error,
        Message = "{fisNo}/{satirNo}: hesap kodu boş.",
        Remedy = "Satırın hesabını ERP’de seçip fişi yeniden gönderin.",
        Source = "GİB yevmiye şematronu Y93–Y94",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(line.Line.Account))
            findings.Add(this, voucher, line.Number, "account", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)));
    }
}
