namespace EDefter.Core.Rules.Ode;

/// <summary>A payment method that is none of the five kinds: a number, a name, or another word. Blanks are ODE002’s.</summary>
public sealed class Ode003NotAKind : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ODE003",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: ödeme yöntemi yalnız tür olmalıdır: \"{odeme}\".",
        Remedy = "Nakit, Banka, Kredi Kartı, Çek ya da Senet yazın; sözlükte karşılığı olan sözcük için verilen öneriyi onaylayın. Fatura no, isim gibi bilgiler açıklamaya yazılır.",
        Source = "GİB e-Defter Uygulama Kılavuzu 27",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.PaymentMethod is { } method && !string.IsNullOrWhiteSpace(method) && !PaymentKinds.IsKind(method))
            findings.Add(this, voucher, line.Number, "paymentMethod", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("odeme", method));
    }
}
