using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>ODE002: a payment method of blanks is none (yevmiye schematron 207).</summary>
internal sealed class ClearBlankPaymentMethod : Repair
{
    public override string Code => "ODE002";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) =>
        LineOf(voucher, finding) is { Line.PaymentMethod: { } method } line && string.IsNullOrWhiteSpace(method)
            ? Proposal.Of(Edit.Set(line.Number, "paymentMethod", after: null, "Ödeme yöntemi yalnız boşluktan oluşuyor; alan boş bırakılır."))
            : null;
}
