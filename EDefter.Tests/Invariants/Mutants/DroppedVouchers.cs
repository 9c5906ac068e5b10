using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>The last voucher of a day is not read.</summary>
internal sealed class DroppedVouchers : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        protected override DayVouchers Change(DayVouchers day) => day with { Vouchers = [.. day.Vouchers.SkipLast(1)] };
    }
}
