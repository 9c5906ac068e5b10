using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Streams vouchers through the rules, a day at a time, and leaves the report's blobs behind.</summary>
public sealed class CheckRun(IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    /// <param name="book">The book.</param>
    /// <param name="context">What the rules may know.</param>
    /// <param name="parts">The days to read, by fiscal year.</param>
    /// <param name="name">Where the report goes.</param>
    /// <param name="expected">Live vouchers that the heads promise for the days; null for a range that cuts months.</param>
    /// <param name="progress">The job's hold.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async Task<CheckedRange> RunAsync(Book book, CheckContext context, IReadOnlyList<YearPart> parts, ReportName name, long? expected, JobProgress progress, CancellationToken cancellationToken)
    {
        CheckResult result;
        MonthAggregates aggregates;
        long drawerCount;
        var findings = name.FindingsOf(progress.Job);
        var order = new FindingOrder();
        await using (var file = new FindingsFile(await blobs.CreateAsync(BlobArea.Reports, findings, "application/x-ndjson", cancellationToken)))
        {
            var offers = new RepairOffers(context);
            var engine = CheckEngine.Begin(context, Receive);
            drawerCount = await ObserveDrawerAsync(engine, offers, book.Id, cancellationToken);
            order.Begin();
            await ObserveDaysAsync(engine, offers, order, book.Id, parts, file, progress, cancellationToken);
            order.End();
            result = engine.Finish();
            aggregates = engine.Aggregates;
            await file.FlushAsync(cancellationToken);

            void Receive(Finding finding)
            {
                order.Add(finding);
                file.Add(ReportFinding.Of(finding, book.Company.Link, offers.Fits(finding)));
            }
        }

        var totals = expected is { } promised ? result.Totals with { Received = promised + drawerCount } : result.Totals;
        var report = new CheckReport
        {
            Company = book.Company.Id,
            Branch = book.Branch,
            Period = context.Period,
            From = context.From,
            To = context.To,
            State = result.Errors == 0 ? MonthState.Clean : MonthState.Faulty,
            CheckedAt = clock.GetUtcNow(),
            AsOf = context.AsOf,
            RulePack = context.Pack.Version,
            Totals = MonthOverview.Totals(totals),
            Counts = new FindingCounts(result.Errors, result.Warnings, result.Infos, Acknowledged: 0),
            Coverage = result.Coverage,
            FindingsBlob = findings,
            InOrder = order.Span,
        };
        return new CheckedRange(report, aggregates);
    }

    /// <summary>Writes the report's head: from now on the report exists.</summary>
    public async Task PublishAsync(CheckReport report, ReportName name, CancellationToken cancellationToken)
    {
        await using var head = await blobs.CreateAsync(BlobArea.Reports, name.Head, "application/json", cancellationToken);
        await System.Text.Json.JsonSerializer.SerializeAsync(head, report, WireJson.Options, cancellationToken);
    }

    private async Task<long> ObserveDrawerAsync(CheckEngine engine, RepairOffers offers, BookId book, CancellationToken cancellationToken)
    {
        var drawer = await log.ReadDrawerAsync(book, cancellationToken);
        foreach (var stored in JournalOrder.Sorted(drawer.Vouchers))
            Observe(engine, offers, stored, fromDrawer: true);
        return drawer.Vouchers.Count;
    }

    private async Task ObserveDaysAsync(CheckEngine engine, RepairOffers offers, FindingOrder order, BookId book, IReadOnlyList<YearPart> parts, FindingsFile file, JobProgress progress, CancellationToken cancellationToken)
    {
        var total = parts.Sum(part => part.To.DayNumber - part.From.DayNumber + 1L);
        var done = 0L;
        foreach (var part in parts)
        {
            await foreach (var day in log.ReadDaysAsync(book, part.Year, part.From, part.To, cancellationToken))
            {
                foreach (var stored in JournalOrder.Sorted(day.Vouchers))
                {
                    order.Current = stored.Voucher.Id;
                    Observe(engine, offers, stored, fromDrawer: false);
                }

                await file.FlushAsync(cancellationToken);
                await progress.ReportAsync("Fişler kontrol ediliyor", done + day.Day!.Value.DayNumber - part.From.DayNumber + 1, total, cancellationToken);
            }

            done += part.To.DayNumber - part.From.DayNumber + 1;
        }
    }

    private static void Observe(CheckEngine engine, RepairOffers offers, StoredVoucher stored, bool fromDrawer)
    {
        offers.TurnTo(stored.Voucher, fromDrawer);
        engine.Observe(stored.Voucher, fromDrawer, IsRepaired(stored));
        offers.TurnTo(current: null);
    }

    private static bool IsRepaired(StoredVoucher stored) => stored.Kind is CommitKind.Repair or CommitKind.Undo;
}
