using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>ODE004: each payment method of a voucher that pays nobody may be cleared; whether the method or the account is wrong a person decides.</summary>
internal sealed class ClearPaymentMethods : ChoiceRepair
{
    public override string Code => "ODE004";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        // Where the voucher is divided, only the entry that pays nobody is spoken of: the others may well pay.
        var isDivided = VoucherParts.IsDivided(voucher.Voucher);
        var part = finding.Line is { } told && told <= voucher.Lines.Length ? voucher.Lines[told - 1].Line.Part : null;
        var choices = new List<Choice>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Line.PaymentMethod) && (!isDivided || string.Equals(line.Line.Part, part, StringComparison.Ordinal)))
                choices.Add(new Choice(ChangeKind.Set, line.Number, "paymentMethod", [Choice.Nothing], "Fişte ödeme ya da tahsilat yok: boş seçenek ödeme yöntemini siler."));
        }

        return choices;
    }
}
