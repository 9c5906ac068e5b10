using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// SAT002: a negative amount becomes a positive one on the other side, which is arithmetically the same; both turnovers of the account grow by it, so it
/// is shown and approved. Not offered where the other column is filled too.
/// </summary>
internal sealed class MoveToOtherSide : Repair
{
    private const string Why = "Negatif tutar karşı tarafa artı olarak yazılır; hesabın bakiyesi değişmez, borç ve alacak toplamları büyür.";

    public override string Code => "SAT002";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Readable: true } facts || facts.Debit + facts.Credit >= 0 || (facts.Debit != 0 && facts.Credit != 0))
            return null;
        var line = facts.Line;
        var wasDebit = facts.Debit < 0;
        // The text of the amount without its sign, so that its digits stay as they were sent.
        var amount = (line.Debit.Value is < 0 ? line.Debit : line.Credit).ToString()[1..];
        var edits = new List<Edit>
        {
            Edit.Set(facts.Number, "debit", wasDebit ? null : amount, Why),
            Edit.Set(facts.Number, "credit", wasDebit ? amount : null, Why),
        };
        if (VoucherSides.Parse(line.Side) is not null)
            edits.Add(Edit.Set(facts.Number, "side", SideWord(line.Side!, isDebit: !wasDebit), "Borç/alacak göstergesi tutarın yeni tarafını gösterir."));
        if (line.Original?.Amount.Value is < 0 and { } foreign)
            edits.Add(Edit.Set(facts.Number, "original.amount", (-foreign).ToString(CultureInfo.InvariantCulture), "Döviz tutarı da artı yazılır."));
        return new Proposal(edits);
    }

    // In the letters that the ERP uses: D and C, or B and A.
    private static string SideWord(string sent, bool isDebit) =>
        sent is "D" or "C" ? (isDebit ? "D" : "C") : isDebit ? "B" : "A";
}
