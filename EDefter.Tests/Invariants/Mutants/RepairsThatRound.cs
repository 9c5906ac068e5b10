using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A repair that takes a kuruş along: amounts above 1 lose one.</summary>
internal sealed class RepairsThatRound : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        public override Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken) =>
            Inner.AppendAsync(request, request.Kind == CommitKind.Repair ? rows.Select(row => VoucherRow.Read(row.At, Round(row.Voucher!))) : rows, cancellationToken);

        private static Voucher Round(Voucher voucher) =>
            voucher with { Lines = [.. voucher.Lines.Select(line => line.Debit.OrZero > 1m ? line with { Debit = AmountField.Of(line.Debit.OrZero - 0.01m) } : line)] };
    }
}
