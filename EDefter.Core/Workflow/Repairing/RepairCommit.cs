using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>What applying and undoing share: vouchers and the run's row in one transaction, then a check.</summary>
public sealed class RepairCommit(MonthFinder months, MonthCheck monthCheck, AcknowledgedReports reports, IVoucherLog log, IWorkWatch watch)
{
    /// <summary>Appends new versions of vouchers together with the run's new state; without vouchers only the run's row is written.</summary>
    /// <returns>Null when done; else why not, and nothing was written.</returns>
    public async Task<Refusal?> CommitAsync(BookMonth month, CommitKind kind, Actor actor, IReadOnlyList<Voucher> vouchers, Versioned<RepairRun> before, RepairRun after, CancellationToken cancellationToken)
    {
        var note = RepairRuns.NoteOf(after, before.Version);
        if (vouchers.Count == 0)
            return (await log.ChangeHeadAsync(MoveOf(month, kind, actor, after.Acts[^1].At, note), cancellationToken)).Refusal;
        var request = new AppendRequest
        {
            Book = month.Book.Id,
            Company = month.Book.Company,
            Kind = kind,
            Actor = actor,
            // The commit and the act of the run's history are one thing: the feed of changes finds one by the other.
            At = after.Acts[^1].At,
            ExpectedRevisions = new Dictionary<Period, long> { [month.Period] = month.Head.Revision },
            Notes = [note],
        };
        var result = await log.AppendAsync(request, RowsOf(vouchers), cancellationToken);
        watch.Appended(kind, result);
        return result.Refusal;
    }

    /// <summary>The result with what a check finds now.</summary>
    public async Task<Outcome<JobEnd>> EndAsync(BookMonth before, int changes, IReadOnlyList<int> leftOut, JobProgress progress, CancellationToken cancellationToken)
    {
        // Found anew with its company, whose profile the run may have changed.
        var month = await months.FindAsync(before.Book.Company.Id, before.Book.Branch, before.Period.ToString(), cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var report = await monthCheck.RunAsync(month.Value, progress, cancellationToken);
        return JobEnd.With(new RepairResult(changes, month.Value.Head.Revision, leftOut, report.IsRefused ? null : (await reports.CountAsync(month.Value.Book, report.Value, cancellationToken)).Counts));
    }

    // A run about the chart alone moves the month too: a plan made before it must not be applied after it, and the same plan may come again later.
    private static HeadChange MoveOf(BookMonth month, CommitKind kind, Actor actor, DateTimeOffset at, BookNote note) => new()
    {
        Book = month.Book.Id,
        Year = month.Year,
        Period = month.Period,
        Kind = kind,
        Actor = actor,
        At = at,
        Notes = [note],
        Decide = heads =>
        {
            var head = heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period);
            if (head.IsSealed)
                return Refusals.MonthSealed(month.Period);
            return head.Revision == month.Head.Revision ? head.Moved() : Refusals.RevisionMoved(month.Period, month.Head.Revision, head.Revision);
        },
    };

    public static Refusal RefusalOf(RepairRefusal refusal)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (refusal.Change is { } change)
            values["change"] = change;
        if (refusal.VoucherId is { } voucher)
            values["voucherId"] = voucher;
        return new Refusal(refusal.Type, 409, "Bakım yapılamadı", refusal.Detail) { Values = values };
    }

    private static async IAsyncEnumerable<VoucherRow> RowsOf(IReadOnlyList<Voucher> vouchers)
    {
        foreach (var voucher in vouchers)
            yield return VoucherRow.Read(voucher.Id, voucher);
        await Task.CompletedTask;
    }
}
