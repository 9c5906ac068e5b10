using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>
/// A way to mend what one rule finds in a voucher; never the rule itself. It checks everything before it offers itself, and what it cannot
/// mend safely it does not offer. It keeps no state.
/// </summary>
public abstract class Repair
{
    /// <summary>The rule it answers: <c>FIS010</c>.</summary>
    public abstract string Code { get; }

    /// <summary>A or B; choices of class C are <see cref="Choice"/>s.</summary>
    public abstract RepairClass Class { get; }

    /// <summary>It divides, removes or adds lines: such repairs come last, so that every other change keeps its line.</summary>
    public virtual bool IsStructural => false;

    /// <summary>It divides the voucher into several entries: such repairs come after all others, when nothing else is left to mend.</summary>
    public virtual bool IsDividing => false;

    /// <summary>One proposal answers every finding of the rule about the voucher.</summary>
    public virtual bool IsForWholeVoucher => false;

    /// <summary>What to do about one finding of the rule; null when it cannot be mended safely.</summary>
    /// <param name="voucher">The voucher as it stands, after the changes planned so far.</param>
    /// <param name="finding">A finding of the rule about this voucher.</param>
    /// <param name="context">Company, law and chart.</param>
    public abstract Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context);

    /// <summary>The line a finding speaks of; null when it speaks of the head or of no line of this voucher.</summary>
    protected static LineFacts? LineOf(VoucherFacts voucher, Finding finding) =>
        finding.Line is { } number && number >= 1 && number <= voucher.Lines.Length ? voucher.Lines[number - 1] : null;
}
