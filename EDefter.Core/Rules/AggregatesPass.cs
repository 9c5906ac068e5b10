using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules;

/// <summary>All rules about the gathered range as one pass over the vouchers, with aggregates of its own.</summary>
internal sealed class AggregatesPass(CheckContext context, IReadOnlyList<AggregateRule> rules) : MonthPass
{
    private readonly MonthAggregates aggregates = new();

    public override void Observe(VoucherFacts voucher, FindingSink findings) => aggregates.Observe(voucher);

    public override void ObserveCancelled(VoucherFacts voucher) => aggregates.ObserveCancelled(voucher);

    public override void ObserveUndated(VoucherFacts voucher, FindingSink findings) => aggregates.ObserveUndated(voucher);

    public override void Save(BinaryWriter writer) => aggregates.Save(writer);

    public override void Join(BinaryReader reader) => aggregates.Join(reader);

    public override void Finish(FindingSink findings)
    {
        foreach (var rule in rules)
            rule.Judge(context, aggregates, findings);
    }
}
