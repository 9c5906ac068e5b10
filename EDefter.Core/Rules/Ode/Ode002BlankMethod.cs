namespace EDefter.Core.Rules.Ode;

/// <summary>A payment method that is there but says nothing.</summary>
public sealed class Ode002BlankMethod : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ODE002",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "{fisNo}/{satirNo}: ödeme yöntemi boşluktan oluşuyor.",
        Remedy = "Muhasebe Bakım, alanı boşaltır; ödeme ya da tahsilat varsa ERP’de Nakit, Banka, Kredi Kartı, Çek ya da Senet girin.",
        Source = "GİB yevmiye şematronu Y115",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.PaymentMethod is { } method && string.IsNullOrWhiteSpace(method))
            findings.Add(this, voucher, line.Number, "paymentMethod", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)));
    }
}
