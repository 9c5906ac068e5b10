using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Streams vouchers through the rules, a day at a time, and leaves the report's blobs behind.</summary>
public sealed class CheckRun(IVoucherLog log, IBlobs blobs, TimeProvider clock, IWorkWatch watch)
{
    /// <summary>What the job is told to be doing while vouchers are checked.</summary>
    internal const string Step = "Fişler kontrol ediliyor";

    /// <param name="book">The book.</param>
    /// <param name="context">What the rules may know.</param>
    /// <param name="parts">The days to read, by fiscal year.</param>
    /// <param name="name">Where the report goes.</param>
    /// <param name="expected">Live vouchers that the heads promise for the days; null for a range that cuts months.</param>
    /// <param name="progress">The job's hold.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async Task<CheckedRange> RunAsync(Book book, CheckContext context, IReadOnlyList<YearPart> parts, ReportName name, long? expected, JobProgress progress, CancellationToken cancellationToken)
    {
        long vouchers = expected ?? await CountAsync(book.Id, parts, cancellationToken);
        return await RunAsync(book, context, name, expected, progress, check => ObserveDaysAsync(check, book.Id, parts, vouchers, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Runs some days of a check, and leaves behind what was found in them and what the rules remember of them.</summary>
    public async Task<CheckPart> RunPartAsync(Book book, CheckContext context, YearPart days, ReportName name, long vouchers, JobProgress progress, CancellationToken cancellationToken)
    {
        var (findings, memory) = (name.FindingsOf(progress.Job), name.MemoryOf(progress.Job));
        OpenCheck check;
        await using (var blob = await BlobDraft.BeginAsync(blobs, BlobArea.Reports, findings, "application/x-ndjson", cancellationToken))
        await using (var file = new FindingsFile(blob))
        {
            check = OpenCheck.BeginPart(book, context, file);
            await ObserveDaysAsync(check, book.Id, [days], vouchers, progress, cancellationToken);
            await file.KeepAsync(cancellationToken);
        }

        await using var remembered = await blobs.CreateAsync(BlobArea.Reports, memory, "application/octet-stream", cancellationToken);
        await remembered.WriteAsync(check.Engine.Save(), cancellationToken);
        return new CheckPart(findings, memory, check.Order.Span);
    }

    /// <summary>Joins parts, in the order of their days, to the check that one run over all of them would have been.</summary>
    public Task<CheckedRange> JoinAsync(Book book, CheckContext context, IReadOnlyList<CheckPart> parts, ReportName name, long expected, JobProgress progress, CancellationToken cancellationToken)
    {
        return RunAsync(book, context, name, expected, progress, JoinAllAsync, cancellationToken);

        async Task JoinAllAsync(OpenCheck check)
        {
            check.Order.Begin();
            for (var n = 0; n < parts.Count; n++)
            {
                await using (var findings = await OpenAsync(parts[n].Findings, cancellationToken))
                    await check.File.AppendAsync(findings, cancellationToken);
                using (var memory = new MemoryStream(await ReadAsync(parts[n].Memory, cancellationToken)))
                    check.Engine.Join(memory);
                check.Order.Join(parts[n].InOrder);
                await progress.ReportAsync("Sonuçlar birleştiriliyor", n + 1, parts.Count, cancellationToken);
            }

            check.Order.End();
        }
    }

    private async Task<CheckedRange> RunAsync(Book book, CheckContext context, ReportName name, long? expected, JobProgress progress, Func<OpenCheck, Task> observe, CancellationToken cancellationToken)
    {
        CheckResult result;
        OpenCheck check;
        long drawerCount;
        var findings = name.FindingsOf(progress.Job);
        await using (var blob = await BlobDraft.BeginAsync(blobs, BlobArea.Reports, findings, "application/x-ndjson", cancellationToken))
        await using (var file = new FindingsFile(blob))
        {
            check = OpenCheck.Begin(book, context, file);
            drawerCount = await ObserveDrawerAsync(check, book.Id, cancellationToken);
            await observe(check);
            result = check.Engine.Finish();
            await file.KeepAsync(cancellationToken);
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
            InOrder = check.Order.Span,
        };
        watch.Checked(totals.Vouchers, totals.Lines, FindingsOf(result, context.Severities));
        return new CheckedRange(report, check.Engine.Aggregates);
    }

    private static IEnumerable<RuleFindings> FindingsOf(CheckResult result, CompanySeverities severities) =>
        result.Coverage.Where(covered => covered.Findings > 0).Select(covered => new RuleFindings(covered.Rule, severities.Of(RuleBook.Standard.Info(covered.Rule)), covered.Findings));

    /// <summary>Writes the report's head: from now on the report exists.</summary>
    public async Task PublishAsync(CheckReport report, ReportName name, CancellationToken cancellationToken)
    {
        await using var head = await blobs.CreateAsync(BlobArea.Reports, name.Head, "application/json", cancellationToken);
        // In one piece: a head that stands already is never replaced by half of one.
        await head.WriteAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(report, WireJson.Options), cancellationToken);
    }

    private async Task<long> ObserveDrawerAsync(OpenCheck check, BookId book, CancellationToken cancellationToken)
    {
        var drawer = await log.ReadDrawerAsync(book, cancellationToken);
        foreach (var stored in JournalOrder.Sorted(drawer.Vouchers))
            check.Observe(stored, fromDrawer: true);
        return drawer.Vouchers.Count;
    }

    private async Task ObserveDaysAsync(OpenCheck check, BookId book, IReadOnlyList<YearPart> parts, long total, JobProgress progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        check.Order.Begin();
        foreach (var part in parts)
        {
            await foreach (var day in log.ReadDaysAsync(book, part.Year, part.From, part.To, cancellationToken))
            {
                foreach (var stored in JournalOrder.Sorted(day.Vouchers))
                    check.Observe(stored, fromDrawer: false);
                await check.File.FlushAsync(cancellationToken);
                done += day.Vouchers.Count;
                await progress.ReportAsync(Step, done, total, cancellationToken);
            }
        }

        check.Order.End();
    }

    private async Task<long> CountAsync(BookId book, IReadOnlyList<YearPart> parts, CancellationToken cancellationToken)
    {
        var vouchers = 0L;
        foreach (var part in parts)
            vouchers += (await log.CountDaysAsync(book, part.Year, part.From, part.To, cancellationToken)).Sum(day => (long)day.Vouchers);
        return vouchers;
    }

    // A few megabytes: the rules read them without waiting for the network.
    private async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var blob = await OpenAsync(name, cancellationToken);
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        await blobs.OpenAsync(BlobArea.Reports, name, cancellationToken) ?? throw new InvalidDataException($"The part {name} was not written.");
}
