using EDefter.Core.Rules;
using EDefter.Core.Rules.Ode;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// ODE003: the kind of payment that the pack's dictionary gives for the text. What the text says beside it (a number, a bank) is kept in the line's
/// description.
/// </summary>
internal sealed class KindOfPaymentWord : Repair
{
    private const string Field = "paymentMethod";

    public override string Code => "ODE003";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Line.PaymentMethod: { } text } line || PaymentKinds.Meant(context.Pack, text) is not { } kind)
            return null;
        var set = Edit.Set(line.Number, Field, kind, $"\"{text}\" ödeme yöntemi olarak \"{kind}\" demektir; alana yalnız tür yazılır.");
        if (context.Pack.PaymentWords.ContainsKey(text))
            return new Proposal([set]);
        var description = line.Line.Description;
        if (description is not null && description.Contains(text, StringComparison.Ordinal))
            return new Proposal([set]) { Reads = [new FieldPlace(line.Number, "description")] };
        return Sentences.Append(description, text) is { } kept
            ? Proposal.Of(set, Edit.Set(line.Number, "description", kept, $"Ödeme yönteminden alınan \"{text}\" metni açıklamada korunur."))
            : null;
    }
}
