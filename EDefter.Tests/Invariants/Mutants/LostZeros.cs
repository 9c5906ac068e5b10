using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Document numbers are read as numbers, as Excel does.</summary>
internal sealed class LostZeros : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        protected override DayVouchers Change(DayVouchers day) =>
            day with
            {
                Vouchers = [.. day.Vouchers.Select(stored => stored with
                {
                    Voucher = stored.Voucher with { Lines = [.. stored.Voucher.Lines.Select(line => line with { Document = line.Document! with { Number = line.Document.Number!.TrimStart('0') } })] },
                })],
            };
    }
}
