using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>The received count is taken from what was stored instead of what came.</summary>
internal sealed class ReceivedFromStored : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        public override async Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken)
        {
            var result = await Inner.AppendAsync(request, rows, cancellationToken);
            return result with { Received = result.Stored };
        }
    }
}
