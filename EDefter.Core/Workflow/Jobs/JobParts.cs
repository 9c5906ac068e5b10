using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>
/// Jobs that are done in parts (docs/decisions/fan-out.md). A part is a job with a parent; the parent's row holds the plan, and no process holds the parent while its parts are under
/// way. Whoever ends a part looks at all of them: he sends the next one, and when all have ended, the parent's message.
/// </summary>
public sealed class JobParts(IJobs jobs, TimeProvider clock)
{
    /// <summary>Parts of one job that are queued or running at once, so that the parts of several companies mix on the queue.</summary>
    public const int UnderWayMost = 8;

    /// <summary>Writes a plan into the row of the job that is being run.</summary>
    public async Task PlanAsync(JobProgress parent, JobPlan plan, string step, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await parent.ChangeAsync(
            job => job with { Plan = plan, Step = step, Done = 0, Total = plan.Parts.Sum(part => part.Total), TouchedAt = now, StepStartedAt = now, StepStartedFrom = 0 },
            heedCancel: true,
            cancellationToken);
    }

    /// <summary>The jobs of the parts, in order; null for a part that was never begun.</summary>
    public async Task<IReadOnlyList<Job?>> ReadAsync(JobPlan plan, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(plan.Parts.Select(part => jobs.FindAsync(part.Id, cancellationToken)));
        return [.. found.Select(row => row?.Value)];
    }

    /// <summary>
    /// Looks at the parts of a job: sends those that are due, and the job itself when no part is left. Called after everything that may have ended a part, and after the job was let go of, so
    /// that whoever comes last sees all the others.
    /// </summary>
    public async Task LookAsync(string parent, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(parent, cancellationToken) is not { Value: { State: JobState.Running, Plan: { } plan } job })
            return;
        var parts = await ReadAsync(plan, cancellationToken);
        await TellAsync(job, plan, parts, cancellationToken);
        if (job.CancelRequested || parts.Any(IsLost) || parts.All(part => part is not null && JobDesk.HasEnded(part)))
            await jobs.EnqueueAsync(parent, job.Lane, TimeSpan.Zero, cancellationToken);
        else
            await SendDueAsync(job, plan, parts, cancellationToken);
    }

    /// <summary>Tells the parent how far a part is.</summary>
    /// <exception cref="JobCancelledException">The parent was cancelled, has ended, or has another plan.</exception>
    internal async Task TellAsync(Job part, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(part.Parent!, cancellationToken);
        if (found is not { Value: { State: JobState.Running, CancelRequested: false, Plan: { } plan } parent } || plan.Parts.All(one => one.Id != part.Id))
            throw new JobCancelledException(part.Id);
        // Lost to another part's telling: the next one tells more.
        await jobs.SaveAsync(With(parent, [.. plan.Parts.Select(one => one.Id == part.Id ? one with { Done = part.Done } : one)]), found.Version, cancellationToken);
    }

    private async Task TellAsync(Job parent, JobPlan plan, IReadOnlyList<Job?> parts, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(parent.Id, cancellationToken);
        if (found is not { Value: { State: JobState.Running, Delivery: null, Plan: { } current } row } || current.Id != plan.Id)
            return;
        await jobs.SaveAsync(With(row, [.. current.Parts.Zip(parts, (one, job) => job is { State: JobState.Succeeded } ? one with { Done = one.Total } : one)]), found.Version, cancellationToken);
    }

    private async Task SendDueAsync(Job parent, JobPlan plan, IReadOnlyList<Job?> parts, CancellationToken cancellationToken)
    {
        var underWay = parts.Count(part => part is not null && !JobDesk.HasEnded(part));
        for (var n = 0; n < parts.Count && underWay < UnderWayMost; n++)
        {
            if (parts[n] is null && await SendAsync(parent, plan, plan.Parts[n], cancellationToken))
                underWay++;
        }
    }

    // False when somebody else has just sent it.
    private async Task<bool> SendAsync(Job parent, JobPlan plan, JobPart part, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var job = new Job
        {
            Id = part.Id,
            Kind = plan.Kind,
            Company = parent.Company,
            Branch = parent.Branch,
            Request = part.Request,
            Actor = parent.Actor,
            Parent = parent.Id,
            Lane = JobLane.Heavy,
            Total = part.Total,
            QueuedAt = now,
            TouchedAt = now,
            TraceParent = parent.TraceParent,
        };
        if (await jobs.SaveAsync(job, version: null, cancellationToken) is not { } version)
            return false;
        await jobs.SendAsync(new Versioned<Job>(job, version), cancellationToken);
        return true;
    }

    private Job With(Job parent, IReadOnlyList<JobPart> parts) => parent with { Plan = parent.Plan! with { Parts = parts }, Done = parts.Sum(part => part.Done), TouchedAt = clock.GetUtcNow() };

    private static bool IsLost(Job? part) => part is { State: JobState.Failed or JobState.Cancelled };
}
