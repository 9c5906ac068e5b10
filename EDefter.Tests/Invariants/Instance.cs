using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions;
using EDefter.Storage.Acknowledgements;
using EDefter.Storage.Companies;
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

    public Instance(Ground ground, Fuse fuse, Plant plant)
    {
        this.ground = ground;
        this.fuse = fuse;
        var blobs = plant.Blobs(ground.Blobs.Open(fuse));
        var books = new ReliableTable(plant.Table(new FusedTable(ground.Books, fuse)), ground.NewIdentity);
        var companies = new ReliableTable(new FusedTable(ground.Companies, fuse), ground.NewIdentity);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(ground.Clock)
            .AddSingleton(blobs)
            .AddSingleton(plant.Log(new VoucherLog(books, ground.NewIdentity, TimeProvider.System, new VoucherLogOptions { Pause = TimeSpan.Zero })))
            .AddSingleton<ICompanies>(new TableCompanies(companies, blobs))
            .AddSingleton<IAcknowledgements>(new TableAcknowledgements(new ReliableTable(new FusedTable(ground.Acknowledgements, fuse), ground.NewIdentity)))
            .AddSingleton<IRates>(new TableRates(companies))
            .AddSingleton(ground.Jobs.Open(fuse))
            .AddSingleton(ground.PartSize)
            .AddUseCases()
            .BuildServiceProvider();
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
                await Get<JobRunner>().PoisonAsync(JobOf(message), CancellationToken.None);
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

    private async Task DeliverAsync(MemoryQueues.Message message)
    {
        switch (message.Queue)
        {
            case MemoryQueues.Jobs:
                if (await Get<JobRunner>().RunAsync(message.Body, delivery: null, CancellationToken.None) is { } order)
                    ground.Queues.Send(MemoryQueues.ArchiveWork, order, fuse);
                break;
            case MemoryQueues.ArchiveWork:
                await WriteArchiveAsync(message.Body);
                break;
            default:
                await Get<ArchiveMaker>().FinaliseAsync(WireJson.Read<ArchiveOrder>(message.Body), CancellationToken.None);
                break;
        }
    }

    // The function WriteArchive with its outputs, in the order in which the worker applies them.
    private async Task WriteArchiveAsync(string body)
    {
        var order = WireJson.Read<ArchiveOrder>(body);
        if (await Get<ArchiveMaker>().WriteAsync(order, CancellationToken.None) is not { } manifest)
            return;
        await using (var blob = await Get<IBlobs>().CreateAsync(BlobArea.Archives, order.Manifest, "application/json", CancellationToken.None))
            await blob.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest));
        ground.Queues.Send(MemoryQueues.ArchiveFinalise, body, fuse);
    }

    private static string JobOf(MemoryQueues.Message message) =>
        message.Queue == MemoryQueues.Jobs ? message.Body : WireJson.Read<ArchiveOrder>(message.Body).Job;
}
