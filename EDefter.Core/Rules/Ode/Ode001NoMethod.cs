namespace EDefter.Core.Rules.Ode;

/// <summary>
/// A line on an account that pays or collects, without a payment method. A voucher that only moves the company’s own money between till and
/// bank, or values what is kept in foreign currency, pays nobody: it is exempt, as are opening and closing vouchers and those that rest on no document.
/// </summary>
public sealed class Ode001NoMethod : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ODE001",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: ödeme/tahsilat var, ödeme yöntemi boş ({hesap}).",
        Remedy = "Satıra ödeme yöntemini yazın (Nakit, Banka, Kredi Kartı, Çek, Senet) ya da hesaptan çıkarılan öneriyi onaylayın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 27",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Line.PaymentMethod) || PaymentKinds.OfAccount(context, in line) is null)
                continue;
            if (voucher.RestsOnNoDocument(context.Pack) || MovesOwnMoney(context, voucher) || Valuation.Is(voucher))
                return;
            findings.Add(this, voucher, line.Number, "paymentMethod", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("hesap", line.Line.Account ?? line.MainAccount));
        }
    }

    // Till and bank, and the gain or loss of valuing foreign currency that lies there.
    private static bool MovesOwnMoney(CheckContext context, VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.IsNothing && line.MainAccount is not ("646" or "656") && PaymentKinds.OfAccount(context, in line) is not (PaymentKinds.Cash or PaymentKinds.Bank))
                return false;
        }

        return true;
    }
}
