using EDefter.Core.Rules;
using EDefter.Core.Rules.Ode;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>ODE001: the kind by which the line's account pays. The company's map is its word; without it only where all accounts of the voucher that pay are of one kind.</summary>
internal sealed class MethodOfAccount : Repair
{
    private const string Field = "paymentMethod";

    public override string Code => "ODE001";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { } line || PaymentKinds.OfAccount(context.Check, in line) is not { } said || PaymentKinds.Meant(context.Pack, said) is not { } kind)
            return null;
        if (!IsNamedByCompany(context, in line) && !IsOnlyKind(voucher, context, kind))
            return null;
        return new Proposal([Edit.Set(line.Number, Field, kind, $"{line.Line.Account} hesabıyla yapılan ödemenin ya da tahsilatın yöntemi \"{kind}\" olur.")])
        {
            Reads = [new FieldPlace(line.Number, "account"), new FieldPlace(line.Number, "mainAccount")],
        };
    }

    private static bool IsNamedByCompany(RepairContext context, in LineFacts line) =>
        context.Check.Company.PaymentMap is { } own && (own.ContainsKey(line.Line.Account!) || own.ContainsKey(line.MainAccount));

    private static bool IsOnlyKind(VoucherFacts voucher, RepairContext context, string kind)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (PaymentKinds.OfAccount(context.Check, in line) is { } other && !string.Equals(other, kind, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
