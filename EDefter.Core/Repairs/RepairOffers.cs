using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Says of a single finding whether a plan would have something to offer for it, by asking the very repairs. The plan itself judges more strictly still:
/// it leaves out what would make another rule speak.
/// </summary>
public sealed class RepairOffers(CheckContext check)
{
    private readonly RepairContext context = new(check);
    private readonly RepairBook repairs = RepairBook.Standard;
    private Voucher? voucher;
    private VoucherFacts? facts;
    private bool isPlanned;

    /// <summary>The voucher that findings speak of from now on; null when it is no longer at hand.</summary>
    /// <param name="current">The voucher as it stands.</param>
    /// <param name="fromDrawer">It lies in the undated drawer, which a plan leaves out: its vouchers belong to no month yet.</param>
    public void TurnTo(Voucher? current, bool fromDrawer = false)
    {
        voucher = current;
        facts = null;
        isPlanned = !fromDrawer;
    }

    /// <returns>True when a repair or a choice fits the finding as the voucher, the chart and the company stand.</returns>
    public bool Fits(Finding finding)
    {
        if (finding.RepairClass == RepairClass.N)
            return false;
        if (repairs.FindChart(finding.Rule) is { } ofChart)
            return ofChart.Propose(finding, context) is not null || MayMove(finding);
        if (repairs.FindCompany(finding.Rule) is { } ofCompany)
            return ofCompany.Propose(check.Company).Count > 0;
        if (finding.Rule == Renumbering.Code)
            return new VoucherNumberSeries().TakeNext(finding.VoucherNumber) is not null;
        // What is told of a voucher only when the month ends is no longer at hand; its rule must speak for it.
        if (voucher is null || !string.Equals(voucher.Id, finding.VoucherId, StringComparison.Ordinal))
            return repairs.Find(finding.Rule) is not null || repairs.FindChoice(finding.Rule) is not null;
        if (!isPlanned)
            return false;
        facts ??= VoucherFacts.Of(voucher);
        return repairs.Find(finding.Rule)?.Propose(facts, finding, context) is not null || repairs.FindChoice(finding.Rule)?.Offer(facts, finding, context) is { Count: > 0 };
    }

    private bool MayMove(Finding finding)
    {
        if (!isPlanned || voucher is null || !string.Equals(voucher.Id, finding.VoucherId, StringComparison.Ordinal) || repairs.FindMove(finding.Rule) is not { } move)
            return false;
        facts ??= VoucherFacts.Of(voucher);
        return finding.Line is { } number && number <= facts.Lines.Length && move.Offer(facts, in facts.Lines[number - 1], context) is not null;
    }
}
