using EDefter.Core.Formats;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>
/// The month-end job: check, plan, mend with class A, check again, number and archive, each with the very work that a person's request would run. It
/// stops at the first thing that needs a person, and says so. Each step is kept as it ends; a delivery that comes after the death of a process goes on
/// from there, and every step finds its own act.
/// </summary>
public sealed class MonthEndWork(
    BookFinder books, MonthFinder months, MonthCheck monthCheck, PlanWork plans, RepairRuns runs, ApplyWork applies, NumberWork numbers, ArchiveWork archives, ArchiveSteps archiving, MonthEndReports reports, TimeProvider clock, IWorkWatch watch) : IJobWork
{
    public const string KindWord = "month-end";

    // The ERP may send vouchers at the very moment; the month is then looked at anew.
    private const int TriesMost = 3;

    private const string DefaultProfile = "edefter";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<MonthEndRequest>(job.Request);
        var month = await FindAsync(job, request, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var run = new MonthEndRun(job, request, month.Value, await BeginAsync(job, request, month.Value, cancellationToken));
        for (var attempt = 1; ; attempt++)
        {
            var stopped = await CloseAsync(run, progress, cancellationToken);
            if (stopped is { Type: "revision-moved" } && attempt < TriesMost)
                continue;
            run.End(stopped, clock.GetUtcNow());
            await reports.KeepAsync(run.Month, run.Report, cancellationToken);
            watch.MonthEnded(isDone: stopped is null);
            return JobEnd.With(run.Report);
        }
    }

    /// <summary>The job was given up or cancelled: the document ends with that, and is begun where it came before the first step. A repair that was not finished is taken back.</summary>
    public async Task BrokenOffAsync(Job job, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<MonthEndRequest>(job.Request);
        var month = await FindAsync(job, request, cancellationToken);
        // A company or a month that is not there any more waits for nobody.
        if (month.IsRefused || (await reports.FindAsync(month.Value, cancellationToken))?.Value is { } report && HasEndedBy(report, job))
            return;
        var run = new MonthEndRun(job, request, month.Value, await BeginAsync(job, request, month.Value, cancellationToken));
        if (run.Step("plan")?.Id is { } plan && !run.HasDone("repair"))
            await applies.BrokenOffAsync(run.JobFor(ApplyOf(request, plan)), cancellationToken);
        run.BreakOff();
        await reports.KeepAsync(run.Month, run.Report, cancellationToken);
    }

    // Its work came to an end and only the row did not hear of it, or this very end was written before.
    private static bool HasEndedBy(MonthEndReport report, Job job) =>
        IsOf(report, job) && (report.Outcome is MonthEndOutcome.Done or MonthEndOutcome.Stopped || (report.Outcome == MonthEndOutcome.Failed && report.EndedAt == job.EndedAt));

    private static bool IsOf(MonthEndReport report, Job job) => string.Equals(report.Job, job.Id, StringComparison.Ordinal);

    private async Task<Outcome<BookMonth>> FindAsync(Job job, MonthEndRequest request, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        return book.IsRefused ? book.Refusal : await months.FindAsync(book.Value, request.Period, cancellationToken);
    }

    // A document of this very job is gone on with, also on the morning after it failed; one of an earlier approval is the past.
    private async Task<MonthEndReport> BeginAsync(Job job, MonthEndRequest request, BookMonth month, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(month, cancellationToken) is { Value: var found })
        {
            if (IsOf(found, job) && found.Outcome == MonthEndOutcome.Running)
                return found;
            await reports.KeepPastAsync(month, found, cancellationToken);
            if (IsOf(found, job) && found.Outcome == MonthEndOutcome.Failed)
                return found with { Outcome = MonthEndOutcome.Running, EndedAt = null, Reason = null };
        }

        return new MonthEndReport
        {
            Period = request.Period,
            Job = job.Id,
            Outcome = MonthEndOutcome.Running,
            ApprovedBy = request.Approval.ApprovedBy!,
            ApprovedOn = request.Approval.ApprovedOn!.Value,
            Profile = request.Approval.Profile ?? month.Book.Company.IntegratorProfile ?? DefaultProfile,
            StartedAt = clock.GetUtcNow(),
        };
    }

    /// <returns>Why it stopped; null when the month is closed.</returns>
    private async Task<Refusal?> CloseAsync(MonthEndRun run, JobProgress progress, CancellationToken cancellationToken)
    {
        await RefreshAsync(run, cancellationToken);
        if (run.Month.Head.Numbering is { } stamp && !run.HasDone("number"))
            await KeepAsync(run, new MonthEndStep("number", clock.GetUtcNow(), $"Ay daha önce numaralanmış (veren: {stamp.By})."), cancellationToken);
        if (run.Month.Head.Numbering is null && await NumberAsync(run, progress, cancellationToken) is { } refusal)
            return refusal;
        return await ArchiveAsync(run, progress, cancellationToken);
    }

    private async Task<Refusal?> NumberAsync(MonthEndRun run, JobProgress progress, CancellationToken cancellationToken)
    {
        if (!run.HasDone("repair"))
        {
            if (await CheckAsync(run, "check", progress, cancellationToken) is { } notChecked)
                return notChecked;
            if (run.Request.Approval.RepairClasses.Count > 0 && await RepairAsync(run, progress, cancellationToken) is { } unrepaired)
                return unrepaired;
        }

        await RefreshAsync(run, cancellationToken);
        if (await CheckAsync(run, "recheck", progress, cancellationToken) is { } refusal)
            return refusal;
        if (run.Errors > 0)
        {
            return new Refusal("standing-errors", 409, "Ayda hata var", $"Ayda {TurkishText.Count(run.Errors)} hata kaldı; numara verilmedi. Kontrol raporundaki hataları giderip ayı elle numaralayın ve arşivleyin.");
        }

        var numbered = await numbers.RunAsync(run.JobFor(new NumberRequest(run.Request.Period, Revision: null)), progress, cancellationToken);
        if (numbered.IsRefused)
            return numbered.Refusal;
        var result = WireJson.Read<NumberResult>(numbered.Value.Result!);
        var text = result.Vouchers == 0 ? "Ayda fiş yok; ay boş olarak numaralandı." : $"Yevmiye numaraları verildi: {TurkishText.Count(result.First)}–{TurkishText.Count(result.Last)}.";
        await KeepAsync(run, new MonthEndStep("number", clock.GetUtcNow(), text) { Counts = Counts(("vouchers", result.Vouchers), ("lines", result.Lines)) }, cancellationToken);
        await RefreshAsync(run, cancellationToken);
        return null;
    }

    private async Task<Refusal?> CheckAsync(MonthEndRun run, string step, JobProgress progress, CancellationToken cancellationToken)
    {
        var report = await monthCheck.RunAsync(run.Month, progress, cancellationToken);
        if (report.IsRefused)
            return report.Refusal;
        var counts = report.Value.Counts;
        run.Errors = counts.Error;
        var text = $"Ay kontrol edildi: {TurkishText.Count(counts.Error)} hata, {TurkishText.Count(counts.Warning)} uyarı, {TurkishText.Count(counts.Info)} bilgi.";
        await KeepAsync(run, new MonthEndStep(step, clock.GetUtcNow(), text) { Counts = Counts(("error", counts.Error), ("warning", counts.Warning), ("info", counts.Info)) }, cancellationToken);
        return null;
    }

    // The run is kept before it is applied: whoever comes after a crash applies the same one, and finds that it was done.
    private async Task<Refusal?> RepairAsync(MonthEndRun run, JobProgress progress, CancellationToken cancellationToken)
    {
        if (!run.HasDone("plan") || run.PlanIsStale)
        {
            var planned = await plans.RunAsync(run.JobFor(new PlanRequest(run.Request.Period)), progress, cancellationToken);
            if (planned.IsRefused)
                return planned.Refusal;
            var plan = WireJson.Read<PlanSummary>(planned.Value.Result!);
            var text = $"Muhasebe Bakım planı hazırlandı: {TurkishText.Count(plan.Changes)} değişiklik önerildi.";
            await KeepAsync(run, new MonthEndStep("plan", clock.GetUtcNow(), text) { Counts = Counts(("changes", plan.Changes), ("unrepairable", plan.Unrepairable)), Id = plan.Run }, cancellationToken);
        }

        var of = run.Step("plan")!.Id!;
        // An approval of nothing is no act, and must not move the month.
        if (!await HasClassAAsync(run, of, cancellationToken))
        {
            await KeepAsync(run, new MonthEndStep("repair", clock.GetUtcNow(), "A sınıfı bakım gerektiren bir şey yoktur.") { Counts = Counts(("changes", 0)), Id = of }, cancellationToken);
            return null;
        }

        var applied = await applies.RunAsync(run.JobFor(ApplyOf(run.Request, of)), progress, cancellationToken);
        // The plan is of another revision: it is made anew in the next try.
        run.PlanIsStale = applied.IsRefused;
        if (applied.IsRefused)
            return applied.Refusal;
        var result = WireJson.Read<RepairResult>(applied.Value.Result!);
        var done = $"A sınıfı {TurkishText.Count(result.Applied)} değişiklik sürekli onayla uygulandı.";
        await KeepAsync(run, new MonthEndStep("repair", clock.GetUtcNow(), done) { Counts = Counts(("changes", result.Applied)), Id = of }, cancellationToken);
        return null;
    }

    private static ApplyRequest ApplyOf(MonthEndRequest request, string plan) => new(request.Period, plan, new Acceptance { Classes = [RepairClass.A] });

    private async Task<bool> HasClassAAsync(MonthEndRun run, string id, CancellationToken cancellationToken)
    {
        var found = await runs.FindAsync(run.Month, id, cancellationToken) ?? throw new InvalidDataException($"The run {id} of the month end is missing.");
        var plan = await runs.ReadPlanAsync(run.Month.Book.Id, found.Value, cancellationToken);
        return plan.Groups.Any(group => group.Class == RepairClass.A);
    }

    private async Task<Refusal?> ArchiveAsync(MonthEndRun run, JobProgress progress, CancellationToken cancellationToken)
    {
        if (run.Month.Head.Numbering!.Numbers.Vouchers == 0)
        {
            await KeepAsync(run, new MonthEndStep("archive", clock.GetUtcNow(), "Ay boş olduğundan arşiv üretilmedi."), cancellationToken);
            return null;
        }

        // A draft is handed to nobody: it ends no month.
        if (ProfileBook.Standard.Find(run.Report.Profile) is not { Kind: not FileKind.Gib })
            return Refusals.UnknownProfile(run.Report.Profile, ProfileBook.Standard.Profiles.Where(known => known.Kind != FileKind.Gib).Select(known => known.Id));
        var job = run.JobFor(new ArchiveJobRequest(run.Request.Period, run.Report.Profile));
        var ordered = await archives.RunAsync(job, progress, cancellationToken);
        if (!ordered.IsRefused && ordered.Value.Message is { } order)
            ordered = await archiving.MakeAsync(job, WireJson.Read<ArchiveOrder>(order), progress, cancellationToken);
        if (ordered.IsRefused)
            return ordered.Refusal;
        var archive = WireJson.Read<ArchiveView>(ordered.Value.Result!);
        var text = $"{archive.File} arşivi üretildi.";
        await KeepAsync(run, new MonthEndStep("archive", clock.GetUtcNow(), text) { Counts = Counts(("bytes", archive.Bytes), ("findings", archive.Findings.Count)), Id = archive.Id }, cancellationToken);
        return null;
    }

    private async Task RefreshAsync(MonthEndRun run, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(run.Month.Book, run.Request.Period, cancellationToken);
        // A fiscal year of a company never goes away.
        run.Month = month.Value ?? throw new InvalidOperationException($"{run.Request.Period} has no fiscal year any more.");
    }

    private async Task KeepAsync(MonthEndRun run, MonthEndStep step, CancellationToken cancellationToken)
    {
        run.Keep(step);
        await reports.KeepAsync(run.Month, run.Report, cancellationToken);
    }

    private static Dictionary<string, long> Counts(params ReadOnlySpan<(string Name, long Count)> counts)
    {
        var named = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
            named[name] = count;
        return named;
    }
}
