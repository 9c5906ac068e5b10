using System.Globalization;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Who came first gets the first number: the order of the journal sees the order of arrival instead of the fiş no.</summary>
internal sealed class NumbersByArrival : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        protected override DayVouchers Change(DayVouchers day) =>
            day with { Vouchers = [.. day.Vouchers.Select(stored => stored with { Voucher = stored.Voucher with { Kind = "mahsup", Number = string.Create(CultureInfo.InvariantCulture, $"{stored.Sequence:00000}-{stored.Voucher.Id}") } })] };
    }
}
