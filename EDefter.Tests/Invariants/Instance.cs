using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// One process of the application over a ground: all its use cases, put together as the program does it, and its queue functions, without
/// HTTP. Acts are asked as the functions ask them, and jobs run until no message is left.
/// </summary>
internal sealed class Instance
{
    // host.json's maxDequeueCount.
    private const int DeliveriesMost = 5;

    private readonly Ground ground;
    private readonly Fuse fuse;
    private readonly ServiceProvider services;

    public Instance(Ground ground, Fuse fuse, Plant plant, ITable? companies = null, ITable? books = null)
    {
        this.ground = ground;
        this.fuse = fuse;
        services = Composition.Of(new Composition.Storage
        {
            Books = new FusedTable(books ?? ground.Books, fuse),
            Companies = new FusedTable(companies ?? ground.Companies, fuse),
            Acknowledgements = new FusedTable(ground.Acknowledgements, fuse),
            Audit = new FusedTable(ground.Audit, fuse),
            Webhooks = new FusedTable(ground.Webhooks, fuse),
            Keys = new FusedTable(ground.Keys, fuse),
            HookMail = ground.HookMail,
            HookSender = ground.Receiver,
            Blobs = ground.Blobs.Open(fuse),
            Jobs = ground.Jobs.Open(fuse),
            NewIdentity = ground.NewIdentity,
            Clock = ground.Clock,
            LogClock = TimeProvider.System,
            LogOptions = new VoucherLogOptions { Pause = TimeSpan.Zero },
            PartSize = ground.PartSize,
        }, plant);
    }

    public IServiceProvider Services => services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Asks for a job and runs it to its end.</summary>
    /// <returns>The job's result, or the refusal of the desk or of the job.</returns>
    public async Task<Outcome<string>> ActAsync<TDesk>(Func<TDesk, Task<Outcome<Job>>> ask)
        where TDesk : notnull
    {
        var asked = await ask(Get<TDesk>());
        if (asked.IsRefused)
            return asked.Refusal;
        await RunQueuesAsync();
        var job = await Get<JobDesk>().FindAsync(asked.Value.Id, CancellationToken.None);
        if (job is { State: JobState.Queued or JobState.Running })
            job = await AfterSweepAsync(job);
        return job switch
        {
            { State: JobState.Succeeded } => job.Result!,
            { State: JobState.Failed } => job.Problem!,
            _ => throw new InvalidOperationException($"The job is {job?.State}."),
        };
    }

    /// <summary>Runs functions until no message is left.</summary>
    public async Task RunQueuesAsync()
    {
        while (ground.Queues.Next() is { } message)
        {
            fuse.Check();
            message.IsOut = true;
            try
            {
                await DeliverAsync(message);
                if (ground.DeliversTwice)
                    await DeliverAsync(message);
            }
            catch (Exception fault) when (fault is not KilledException and not OperationCanceledException and not Xunit.Sdk.XunitException && !fuse.IsBurnt)
            {
                if (++message.Deliveries < DeliveriesMost)
                    continue;
                await Get<JobRunner>().PoisonAsync(Delivery.JobOf(message.Queue, message.Body), CancellationToken.None);
            }
            finally
            {
                message.IsOut = false;
            }

            ground.Queues.Delete(message, fuse);
        }
    }

    // A process died between a job's row and its message: the sweep sends another one.
    private async Task<Job?> AfterSweepAsync(Job job)
    {
        ground.Clock.Pass(JobDesk.StaleAfter + TimeSpan.FromMinutes(1));
        // A job that is done in parts may have lost a part's message beside its own.
        Assert.InRange(await Get<JobDesk>().RequeueStaleAsync(CancellationToken.None), 1, job.Plan is null ? 1 : 2);
        await RunQueuesAsync();
        return await Get<JobDesk>().FindAsync(job.Id, CancellationToken.None);
    }

    private Task DeliverAsync(MemoryQueues.Message message) => Delivery.RunAsync(services, message.Queue, message.Body, Send);

    private Task Send(string queue, string body)
    {
        ground.Queues.Send(queue, body, fuse);
        return Task.CompletedTask;
    }
}
