using EDefter.Core.Workflow.Jobs;
using EDefter.Storage.Jobs;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.Tests.Simulation;

/// <summary>One process of the application in a simulated world: it answers people, works on messages, and may die at any call to the storage.</summary>
internal sealed class SimulatedProcess
{
    private const int Workers = 2;
    private const string Poison = "poison";

    private readonly World world;
    private readonly StorageLine line;
    private readonly ServiceProvider services;
    private readonly List<Action> connections = [];

    public SimulatedProcess(World world, Plant plant)
    {
        this.world = world;
        line = new StorageLine(world.Schedule, world.Weather, this);
        services = Composition.Of(new Composition.Storage
        {
            Books = Table(world.Books),
            Companies = Table(world.Companies),
            Acknowledgements = Table(world.Acknowledgements),
            Blobs = new SimulatedBlobs(world.Blobs, line),
            Jobs = new SimulatedJobs(new TableJobs(new ReliableTable(Table(world.Jobs), world.NewIdentity), new SimulatedBlobs(world.Blobs, line), null!, null!, world.Clock), world.Queues, line),
            NewIdentity = world.NewIdentity,
            Clock = world.Clock,
            LogClock = world.Clock,
            LogOptions = new VoucherLogOptions(),
        }, plant);
        for (var n = 0; n < Workers; n++)
            _ = WorkAsync();
    }

    public bool IsDead { get; private set; }

    /// <summary>Sends a request over a connection of its own, which breaks off with the process.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> request)
    {
        var answer = new TaskCompletionSource<T>();
        connections.Add(Break);
        _ = ServeAsync();
        try
        {
            return await answer.Task;
        }
        finally
        {
            connections.Remove(Break);
        }

        void Break() => answer.TrySetException(new ProcessDiedException());

        async Task ServeAsync()
        {
            try
            {
                answer.TrySetResult(await request(services));
            }
            catch (Exception fault)
            {
                answer.TrySetException(fault);
            }
        }
    }

    public void Die()
    {
        IsDead = true;
        world.Schedule.Forget(this);
        foreach (var broken in connections.ToArray())
            broken();
        world.HasDied(this);
    }

    private SimulatedTable Table(ITable table) => new(table, line, world.Random);

    private async Task WorkAsync()
    {
        while (true)
        {
            await world.Schedule.PassAsync(world.Pause(), this);
            if (world.Queues.Receive() is { } receipt)
                await HandleAsync(receipt);
        }
    }

    private async Task HandleAsync(SimulatedQueues.Receipt receipt)
    {
        var message = receipt.Message;
        try
        {
            if (message.Queue == Poison)
                await services.GetRequiredService<JobRunner>().PoisonAsync(message.Body, CancellationToken.None);
            else
                await Delivery.RunAsync(services, message.Queue, message.Body, (queue, body) => world.Queues.SendAsync(queue, body, line));
        }
        catch (Exception fault)
        {
            if (!World.IsFault(fault))
                world.Schedule.Break(fault);
            if (world.Queues.GiveBack(receipt))
                return;
            if (message.Queue != Poison)
                world.Queues.Send(Poison, Delivery.JobOf(message.Queue, message.Body));
        }

        world.Queues.Delete(receipt);
    }
}
