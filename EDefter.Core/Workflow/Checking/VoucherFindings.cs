using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Checking;

/// <summary>
/// The findings of a report by voucher, a day at a time: of those that stand in the order of the vouchers only one day's are held, so that memory does not
/// grow with the month. Those that were told of vouchers before or after all days are few, and held.
/// </summary>
internal sealed class VoucherFindings : IAsyncDisposable
{
    private readonly ILookup<string, Finding> others;
    private readonly IAsyncEnumerator<ReportFinding> inOrder;
    private ILookup<string, Finding> ofDay = Enumerable.Empty<Finding>().ToLookup(static finding => finding.VoucherId!);
    private long left;
    private bool hasNext;

    private VoucherFindings(ILookup<string, Finding> others, IAsyncEnumerator<ReportFinding> inOrder, long left)
    {
        this.others = others;
        this.inOrder = inOrder;
        this.left = left;
    }

    public static async Task<VoucherFindings> OpenAsync(OpenReport report, CancellationToken cancellationToken)
    {
        var span = report.Head.InOrder ?? new FindingsSpan(0, 0);
        var outside = new List<Finding>();
        var at = 0L;
        await foreach (var finding in report.Findings(cancellationToken))
        {
            var isInOrder = at >= span.First && at < span.First + span.Count;
            at++;
            if (!isInOrder && finding.VoucherId is not null)
                outside.Add(finding.ToFinding());
        }

        var rows = report.Findings(cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var skipped = 0L; skipped < span.First; skipped++)
            await rows.MoveNextAsync();
        var findings = new VoucherFindings(outside.ToLookup(static finding => finding.VoucherId!, StringComparer.Ordinal), rows, span.Count);
        await findings.MoveAsync();
        return findings;
    }

    /// <summary>Goes on to a later day. Findings of days that have no vouchers any more are passed over.</summary>
    public async Task TurnToAsync(DateOnly day)
    {
        var found = new List<Finding>();
        for (; hasNext && !(inOrder.Current.Date > day); await MoveAsync())
        {
            if (inOrder.Current.Date == day)
                found.Add(inOrder.Current.ToFinding());
        }

        ofDay = found.ToLookup(static finding => finding.VoucherId!, StringComparer.Ordinal);
    }

    /// <summary>What was found of a voucher of the present day, or of the drawer before the first day.</summary>
    public IReadOnlyList<Finding> Of(string voucherId) => [.. ofDay[voucherId], .. others[voucherId]];

    public ValueTask DisposeAsync() => inOrder.DisposeAsync();

    private async Task MoveAsync() => hasNext = left-- > 0 && await inOrder.MoveNextAsync();
}
