using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>SAT003: a line with both sides becomes two lines with one side each. The two are never netted: turnovers stay as they were.</summary>
internal sealed class DivideTwoSidedLine : Repair
{
    public override string Code => "SAT003";

    public override RepairClass Class => RepairClass.B;

    public override bool IsStructural => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Debit: > 0, Credit: > 0 } facts || voucher.Lines.Length == VoucherLimits.LinesMax)
            return null;
        var line = facts.Line;
        // Nobody can say which side the foreign amount belongs to.
        if (line.Original is { Amount.IsAbsent: false })
            return null;
        var halves = LineText.Write(new VoucherLine { Debit = line.Debit }, new VoucherLine { Credit = line.Credit });
        return Proposal.Of(new Edit(ChangeKind.SplitLine, facts.Number, Edit.LinesField, halves, "Satırda hem borç hem alacak var; biri borç biri alacak olan iki satıra ayrılır, tutarlar birbirinden düşülmez."));
    }
}
