namespace EDefter.Core.Rules.Ode;

/// <summary>A payment method on a voucher without any account that pays or collects, or on an opening or closing voucher. Told once a voucher, at the first such line.</summary>
public sealed class Ode004MethodWithoutPayment : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ODE004",
        Severity = Severity.Info,
        RepairClass = RepairClass.C,
        Message = "Ödeme olmayan fişte ödeme yöntemi var: {fisNo} (\"{odeme}\").",
        Remedy = "Ödeme ya da tahsilat yoksa ödeme yöntemini boşaltan öneriyi seçin; varsa fişin kasa, banka, çek, senet ya da kart hesabını ERP’de kontrol edin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 27 (ödeme yöntemi yalnız ödeme ya da tahsilat varsa yazılır)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Line.PaymentMethod))
                continue;
            if (!HasPayment(context, voucher))
                findings.Add(this, voucher, line.Number, "paymentMethod", ("fisNo", voucher.Name), ("odeme", line.Line.PaymentMethod));
            return;
        }
    }

    private static bool HasPayment(CheckContext context, VoucherFacts voucher)
    {
        if (voucher.Kind is Vouchers.VoucherKind.Opening or Vouchers.VoucherKind.Closing)
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (PaymentKinds.OfAccount(context, in line) is not null)
                return true;
        }

        return false;
    }
}
