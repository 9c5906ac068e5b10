using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>Where jobs are asked for, looked at and cancelled.</summary>
public sealed class JobDesk(IJobs jobs, TimeProvider clock, IWorkWatch watch)
{
    /// <summary>A job that nobody touched for so long has lost its message; asking for it again, or the sweep, sends a new one.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(2);

    /// <summary>A job whose message is not known to be on its queue is sent again when somebody asks for it after this long.</summary>
    public static readonly TimeSpan UnsentAfter = TimeSpan.FromSeconds(10);

    // Above this many vouchers a month's work takes longer than a person waits without looking away.
    private const long VouchersPrompt = 20_000;

    private static readonly TimeSpan PollFirst = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PollMost = TimeSpan.FromMilliseconds(500);

    /// <summary>A job whose message is on its queue waits for its turn; only when nobody has begun it for this long is the message given up for lost.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(30);

    /// <summary>
    /// So many processes may die over one run of a job. The queue counts the deliveries of one message alone, and the sweep sends a new one: without this a job that brings down
    /// whoever takes it on would do so every few minutes, for ever, and everybody's work in that process with it.
    /// </summary>
    public const int LostMost = 5;

    /// <summary>Jobs of one company that may be queued or running at once.</summary>
    public const int OpenMost = 50;

    /// <summary>As <see cref="AskAsync{T}(string, Book, JobLane, T, Actor, string?, CancellationToken)"/>, in the lane that suits the month's size.</summary>
    public Task<Outcome<Job>> AskAsync<T>(string kind, BookMonth month, T request, Actor actor, string? idempotencyKey, CancellationToken cancellationToken) =>
        AskAsync(kind, month.Book, month.Head.Vouchers > VouchersPrompt ? JobLane.Heavy : JobLane.Prompt, request, actor, idempotencyKey, cancellationToken);

    /// <summary>
    /// Puts a job on the queue of its lane. Asking for the same thing finds the job that runs; asking again after its end runs it anew under the same
    /// id, unless the request carries an idempotency key: then its first end is the answer for good.
    /// </summary>
    /// <returns>The job, or the refusal of a company that has too many open ones.</returns>
    public async Task<Outcome<Job>> AskAsync<T>(string kind, Book book, JobLane lane, T request, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var json = WireJson.Write(request);
        var id = IdOf(kind, book, json, actor, idempotencyKey);
        while (true)
        {
            var now = clock.GetUtcNow();
            var found = await jobs.FindAsync(id, cancellationToken);
            if (found is not null && IsSettled(found.Value, idempotencyKey, now))
                return found.Value;
            var isOpen = found is { Value.State: JobState.Queued or JobState.Running };
            // The month ends come all in one morning, and nobody is there to ask again.
            if (!isOpen && lane != JobLane.Background && await jobs.CountOpenAsync(book.Company.Id, cancellationToken) is >= OpenMost and var open)
                return Refusals.TooManyJobs(open);
            var job = isOpen
                ? SentAgain(found!.Value, now)
                : new Job
                {
                    Id = id,
                    Kind = kind,
                    Company = book.Company.Id,
                    Branch = book.Branch,
                    Request = json,
                    Actor = actor,
                    Lane = lane,
                    Run = (found?.Value.Run ?? 0) + 1,
                    QueuedAt = now,
                    TouchedAt = now,
                    TraceParent = watch.TraceParent,
                };
            if (await jobs.SaveAsync(job, found?.Version, cancellationToken) is not { } version)
                continue;
            await jobs.SendAsync(new Versioned<Job>(job, version), cancellationToken);
            return job;
        }
    }

    /// <summary>The job that was asked for the same thing before; null when nobody has.</summary>
    public Task<Job?> FindAsync<T>(string kind, Book book, T request, Actor actor, string? idempotencyKey, CancellationToken cancellationToken) =>
        FindAsync(IdOf(kind, book, WireJson.Write(request), actor, idempotencyKey), cancellationToken);

    public async Task<Job?> FindAsync(string id, CancellationToken cancellationToken) => (await jobs.FindAsync(id, cancellationToken))?.Value;

    /// <summary>Waits until the job has ended or the wait is over, and tells it as it stands then.</summary>
    public async Task<Job?> WaitAsync(string id, TimeSpan wait, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + wait;
        var pause = PollFirst;
        while (true)
        {
            var job = await FindAsync(id, cancellationToken);
            if (job is null || HasEnded(job) || clock.GetUtcNow() >= until)
                return job;
            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 1.5 < PollMost ? pause * 1.5 : PollMost;
        }
    }

    /// <summary>Asks a job to stop. One that has not begun ends at once; one that runs ends at its next report of progress.</summary>
    public async Task<Job?> CancelAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await jobs.FindAsync(id, cancellationToken);
            if (found is null || HasEnded(found.Value) || found.Value.CancelRequested)
                return found?.Value;
            var now = clock.GetUtcNow();
            var job = found.Value.State == JobState.Queued
                ? found.Value with { CancelRequested = true, State = JobState.Cancelled, EndedAt = now, TouchedAt = now }
                : found.Value with { CancelRequested = true };
            if (await jobs.SaveAsync(job, found.Version, cancellationToken) is null)
                continue;
            // Nobody holds a job that is done in parts: its own message makes an end of it.
            if (job is { State: JobState.Running, Plan: not null, Delivery: null })
                await jobs.EnqueueAsync(id, job.Lane, TimeSpan.Zero, cancellationToken);
            return job;
        }
    }

    /// <summary>Sends new messages for jobs whose message was lost with a dead process. Returns how many.</summary>
    public async Task<int> RequeueStaleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sent = 0;
        await foreach (var stale in jobs.ListStaleAsync(now - StaleAfter, cancellationToken))
        {
            var found = await jobs.FindAsync(stale.Id, cancellationToken);
            if (found is null || HasEnded(found.Value) || now - found.Value.TouchedAt < SilenceOf(found.Value, StaleAfter))
                continue;
            var job = SentAgain(found.Value, now);
            if (await jobs.SaveAsync(job, found.Version, cancellationToken) is not { } version)
                continue;
            await jobs.SendAsync(new Versioned<Job>(job, version), cancellationToken);
            sent++;
        }

        return sent;
    }

    // Whoever held it is dead, or will notice that it was taken from him.
    private static Job SentAgain(Job job, DateTimeOffset now) => job with { TouchedAt = now, Delivery = null, Lost = job.Lost + (job is { State: JobState.Running, Delivery: not null } ? 1 : 0) };

    private static string IdOf(string kind, Book book, string request, Actor actor, string? idempotencyKey) =>
        ContentHash.Short(kind, book.Company.Id, book.Branch, request, actor.By, idempotencyKey);

    public static bool HasEnded(Job job) => job.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;

    // Cancelled, or given up by a fault of ours: nothing was refused and nothing was done, and the answer said "repeat the request".
    private static bool IsWorthRepeating(Job job) => job is { State: JobState.Cancelled } or { State: JobState.Failed, Problem.Status: >= 500 };

    // The job as it stands is the answer: it runs and is alive, or it has ended and the caller's key asks for that very end.
    private static bool IsSettled(Job job, string? idempotencyKey, DateTimeOffset now) =>
        HasEnded(job) ? idempotencyKey is not null && !IsWorthRepeating(job) : now - job.TouchedAt < SilenceOf(job, UnsentAfter);

    // How long a job may be silent before another message is sent for it.
    private static TimeSpan SilenceOf(Job job, TimeSpan unsent) => job.State switch
    {
        JobState.Queued => job.IsSent ? LostAfter : unsent,
        _ => StaleAfter,
    };
}
