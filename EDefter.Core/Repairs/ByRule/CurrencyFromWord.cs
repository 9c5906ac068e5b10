using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>DOV004: a word or sign that is written for a currency (TL, EURO, $) becomes its ISO 4217 code.</summary>
internal sealed class CurrencyFromWord : Repair
{
    private const string Field = "original.currency";

    public override string Code => "DOV004";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Line.Original.Currency: { Length: > 0 } word } line)
            return null;
        return context.Pack.CurrencyFor(word) is { } code && context.Pack.Currencies.Contains(code)
            ? Proposal.Of(Edit.Set(line.Number, Field, code, $"\"{word}\" için ISO 4217 para birimi kodu {code} yazılır."))
            : null;
    }
}
