using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>Runs a job that the queue delivered, and writes its end. A fault leaves the row running and travels on, so that the queue delivers again.</summary>
public sealed class JobRunner(IJobs jobs, JobParts parts, HookBell bell, JobAudit audit, TimeProvider clock, IWorkWatch watch, IEnumerable<IJobWork> works)
{
    private readonly Dictionary<string, IJobWork> workByKind = works.ToDictionary(work => work.Kind, StringComparer.Ordinal);

    /// <param name="id">The job's id.</param>
    /// <param name="delivery">The message that was delivered: the same one comes again when its process died, another one is a double. Null when it is not known.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <returns>The message that carries the job on elsewhere; null when there is none.</returns>
    /// <exception cref="JobLostException">It has brought down everybody who took it on.</exception>
    public async Task<string?> RunAsync(string id, string? delivery, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(id, delivery, cancellationToken) is not { } progress)
        {
            // It has ended already, perhaps in a process that died before it could tell anybody.
            var ended = (await jobs.FindAsync(id, cancellationToken))?.Value;
            await LookAroundAsync(ended, cancellationToken);
            await ClearUpAsync(ended, cancellationToken);
            return null;
        }

        var message = await RunAsync(progress, job => workByKind[job.Kind].RunAsync(job, progress, cancellationToken), cancellationToken);
        await LookAroundAsync(progress.Job, cancellationToken);
        await ClearUpAsync(progress.Job, cancellationToken);
        await RingAsync(progress.Job, cancellationToken);
        return message;
    }

    /// <summary>Carries on a job that another queue's message belongs to (the archive's writing and finalising).</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="delivery">The message, as above.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <returns>The message that carries it on once more; null when the job has ended.</returns>
    public async Task<string?> ContinueAsync(string id, string? delivery, Func<Job, JobProgress, Task<Outcome<JobEnd>>> work, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(id, delivery, cancellationToken) is not { } progress)
            return null;
        var message = await RunAsync(progress, job => work(job, progress), cancellationToken);
        await RingAsync(progress.Job, cancellationToken);
        return message;
    }

    /// <summary>The queue gave up after its attempts: the job has failed, and says so, wherever it is told of.</summary>
    /// <returns>The job that failed so; null when there is none, or it has ended in another way.</returns>
    public async Task<Job?> PoisonAsync(string id, CancellationToken cancellationToken)
    {
        // One that has failed so before is told again: a process may have died between its row and the telling.
        if (await FailAsync(id, cancellationToken) is not { State: JobState.Failed, Problem.Status: >= 500 } failed)
            return null;
        await LookAroundAsync(failed, cancellationToken);
        await workByKind[failed.Kind].BrokenOffAsync(failed, cancellationToken);
        await bell.RingAsync(failed.Company, cancellationToken);
        return failed;
    }

    /// <returns>The job as it has ended, by this or before; null when there is none.</returns>
    private async Task<Job?> FailAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await jobs.FindAsync(id, cancellationToken);
            if (found is null || JobDesk.HasEnded(found.Value))
                return found?.Value;
            var now = clock.GetUtcNow();
            var failed = found.Value with { State = JobState.Failed, Problem = Refusals.JobFailed(id, found.Value.Attempts), EndedAt = now, TouchedAt = now };
            await RecordAsync(failed, AuditOutcome.Failed, found.Value.LastFault, cancellationToken);
            if (await jobs.SaveAsync(failed, found.Version, cancellationToken) is null)
                continue;
            watch.GaveUp(failed);
            return failed;
        }
    }

    // What the end of a part, or a job that was divided, means to others.
    private async Task LookAroundAsync(Job? job, CancellationToken cancellationToken)
    {
        if (job is { Parent: { } parent })
            await parts.LookAsync(parent, cancellationToken);
        else if (job is { State: JobState.Running, Plan: not null, Delivery: null })
            await parts.LookAsync(job.Id, cancellationToken);
    }

    // Whoever was cancelled may have been in the midst of something, also in a delivery that died before.
    private async Task ClearUpAsync(Job? job, CancellationToken cancellationToken)
    {
        if (job is not { State: JobState.Cancelled } || !workByKind.TryGetValue(job.Kind, out var work))
            return;
        await work.BrokenOffAsync(job, cancellationToken);
        await bell.RingAsync(job.Company, cancellationToken);
    }

    private Task RingAsync(Job job, CancellationToken cancellationToken) =>
        job is { Parent: null, State: JobState.Succeeded } ? bell.RingAsync(job.Company, cancellationToken) : Task.CompletedTask;

    private async Task<string?> RunAsync(JobProgress progress, Func<Job, Task<Outcome<JobEnd>>> work, CancellationToken cancellationToken)
    {
        using var delivery = watch.Begin(progress.Job);
        try
        {
            var outcome = await WorkAsync(progress, work);
            delivery.End(await SettleAsync(progress, outcome, cancellationToken), progress.Job, outcome?.Refusal?.Type);
            return outcome?.Value?.Message;
        }
        catch (JobSupersededException)
        {
            // The other delivery writes the end.
            delivery.End(DeliveryEnd.Superseded, progress.Job);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            delivery.End(DeliveryEnd.Fault, progress.Job, fault.GetType().Name);
            // The queue would deliver again, and the new delivery would take the job from the one that has it.
            if (!await NoteAsync(progress, fault, cancellationToken))
                return null;
            throw;
        }
    }

    /// <param name="progress">The hold on the row.</param>
    /// <param name="outcome">What the work came to; null when it was cancelled.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    private async Task<DeliveryEnd> SettleAsync(JobProgress progress, Outcome<JobEnd>? outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case null:
                await EndAsync(progress, job => job with { State = JobState.Cancelled }, cancellationToken);
                return DeliveryEnd.Cancelled;
            case { Refusal: { } refusal }:
                await EndAsync(progress, job => job with { State = JobState.Failed, Problem = refusal }, cancellationToken);
                return DeliveryEnd.Refused;
            case { Value.Result: { } result }:
                await EndAsync(progress, job => job with { State = JobState.Succeeded, Result = result, Done = job.Total }, cancellationToken);
                return DeliveryEnd.Succeeded;
            default:
                if (progress.Job.Delivery is not null)
                    await progress.ChangeAsync(job => job with { Delivery = null, TouchedAt = clock.GetUtcNow() }, heedCancel: false, cancellationToken);
                return DeliveryEnd.GoesOn;
        }
    }

    /// <returns>False when the job is another delivery's by now: its faults are its own.</returns>
    private async Task<bool> NoteAsync(JobProgress progress, Exception fault, CancellationToken cancellationToken)
    {
        try
        {
            await progress.ChangeAsync(job => job with { LastFault = fault.GetType().Name, TouchedAt = clock.GetUtcNow() }, heedCancel: false, cancellationToken);
            return true;
        }
        catch (JobSupersededException)
        {
            return false;
        }
    }

    private static async Task<Outcome<JobEnd>?> WorkAsync(JobProgress progress, Func<Job, Task<Outcome<JobEnd>>> work)
    {
        try
        {
            return await work(progress.Job);
        }
        catch (JobCancelledException)
        {
            return null;
        }
    }

    private async Task<JobProgress?> ClaimAsync(string id, string? delivery, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await jobs.FindAsync(id, cancellationToken);
            if (found is null || JobDesk.HasEnded(found.Value))
                return null;
            var now = clock.GetUtcNow();
            if (IsHeldByAnother(found.Value, delivery, now))
                return null;
            if (found.Value is { Lost: >= JobDesk.LostMost, CancelRequested: false } lost)
                throw new JobLostException(id, lost.Lost);
            var claimed = found.Value with
            {
                Delivery = delivery,
                State = found.Value.CancelRequested ? JobState.Cancelled : JobState.Running,
                Attempts = found.Value.Attempts + 1,
                StartedAt = found.Value.StartedAt ?? now,
                TouchedAt = now,
                EndedAt = found.Value.CancelRequested ? now : null,
            };
            if (claimed.CancelRequested)
                await RecordAsync(claimed, AuditOutcome.Cancelled, reason: null, cancellationToken);
            if (await jobs.SaveAsync(claimed, found.Version, cancellationToken) is { } version)
                return claimed.CancelRequested ? null : new JobProgress(jobs, clock, new Versioned<Job>(claimed, version), parts);
        }
    }

    // Two messages of one job were sent. The other one is at work and alive; should its process die, it is the other one that comes again.
    private static bool IsHeldByAnother(Job job, string? delivery, DateTimeOffset now) =>
        delivery is not null && job is { State: JobState.Running, Delivery: { } holder } && !string.Equals(holder, delivery, StringComparison.Ordinal) && now - job.TouchedAt < JobDesk.StaleAfter;

    private async Task EndAsync(JobProgress progress, Func<Job, Job> end, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ended = end(progress.Job);
        await RecordAsync(ended, OutcomeOf(ended), ended.Problem?.Type, cancellationToken);
        await progress.ChangeAsync(job => end(job) with { EndedAt = now, TouchedAt = now }, heedCancel: false, cancellationToken);
    }

    // A part is no act of its own, and what is looked at is not recorded.
    private Task RecordAsync(Job job, AuditOutcome outcome, string? reason, CancellationToken cancellationToken) =>
        job.Parent is null && workByKind.TryGetValue(job.Kind, out var work) && work.IsAudited ? audit.RecordAsync(job, isCompanyKnown: !work.MakesCompany, outcome, reason, cancellationToken) : Task.CompletedTask;

    private static AuditOutcome OutcomeOf(Job ended) => ended.State switch
    {
        JobState.Succeeded => AuditOutcome.Done,
        JobState.Cancelled => AuditOutcome.Cancelled,
        _ => AuditOutcome.Refused,
    };
}
