using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// SAT004: amounts get two decimals, half away from zero, all of a voucher together, and only where the voucher then balances exactly; a
/// difference of kuruş that rounding leaves is FIS002's.
/// </summary>
internal sealed class RoundAmounts : Repair
{
    private const int Decimals = 2;

    public override string Code => "SAT004";

    public override RepairClass Class => RepairClass.B;

    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        decimal debit = 0, credit = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.Readable || !TryRound(edits, line.Number, "debit", line.Line.Debit) || !TryRound(edits, line.Number, "credit", line.Line.Credit))
                return null;
            debit += Round(line.Debit);
            credit += Round(line.Credit);
        }

        return debit == credit && edits.Count > 0 ? new Proposal(edits) : null;
    }

    private static bool TryRound(List<Edit> edits, int line, string field, AmountField amount)
    {
        if (amount.Value is not { } exact || Round(exact) == exact)
            return true;
        // An amount that vanishes would leave a line without one.
        if (Round(exact) == 0)
            return false;
        edits.Add(Edit.Set(line, field, Round(exact).ToString("0.00", CultureInfo.InvariantCulture), "Tutar iki ondalık haneye yuvarlanır; fiş yuvarlamadan sonra tam dengededir."));
        return true;
    }

    private static decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);
}
