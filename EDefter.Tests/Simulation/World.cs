using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;
using Xunit.Sdk;

namespace EDefter.Tests.Simulation;

/// <summary>A storage account with the real service's limits, two processes of the application over it, their weather, and a model of what the books must say.</summary>
internal sealed class World
{
    private const int ProcessesAtOnce = 2;
    private const int ActsShown = 12;

    private readonly Func<Plant> plant;
    private readonly List<SimulatedProcess> living = [];
    private readonly Queue<string> story = [];
    private int identities;
    private int deaths;

    /// <param name="seed">Draws everything.</param>
    /// <param name="plant">What each process's application is made into.</param>
    public World(int seed, Func<Plant> plant)
    {
        this.plant = plant;
        Random = new Random(seed);
        Schedule = new Schedule(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(3)));
        Clock = new SimulatedClock(Schedule);
        Weather = new Weather(Random);
        Queues = new SimulatedQueues(Schedule, Weather, Random);
        Books = new Chronicle(new MemoryTable(Clock), Told, Named);
        Companies = new MemoryTable(Clock);
        Acknowledgements = new MemoryTable(Clock);
        Jobs = new JobChronicle(new MemoryTable(Clock), Schedule.Break);
        Model = new JournalModel(Read);
    }

    public Random Random { get; }

    public Schedule Schedule { get; }

    public SimulatedClock Clock { get; }

    public Weather Weather { get; }

    public SimulatedQueues Queues { get; }

    public ITable Books { get; }

    public ITable Companies { get; }

    public ITable Acknowledgements { get; }

    public ITable Jobs { get; }

    public IBlobs Blobs { get; } = new MemoryBlobs().Open(Fuse.None);

    public JournalModel Model { get; }

    public int Deaths => deaths;

    /// <summary>The last commits of the books, for whoever looks into a world that broke.</summary>
    public string Story => string.Join('\n', story);

    /// <summary>Never repeats in this world.</summary>
    public Guid NewIdentity() => new(++identities, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public void Begin()
    {
        for (var n = 0; n < ProcessesAtOnce; n++)
            living.Add(new SimulatedProcess(this, plant()));
    }

    /// <summary>A while between two acts.</summary>
    public TimeSpan Pause() => TimeSpan.FromMilliseconds(20 + Random.Next(4_000));

    /// <summary>Sends a request to some process, again and again until there is an answer.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> request)
    {
        while (true)
        {
            try
            {
                if (living.Count > 0)
                    return await living[Random.Next(living.Count)].AskAsync(request);
            }
            catch (Exception fault) when (IsFault(fault))
            {
                // 500, or the connection broke off: whoever asked asks again.
            }

            await Schedule.PassAsync(Pause());
        }
    }

    /// <summary>What a host answers with 500, or a queue with another delivery. Anything else is a bug.</summary>
    public static bool IsFault(Exception exception) => exception is StorageFaultException or ProcessDiedException or LogBusyException or TimeoutException;

    public void HasDied(SimulatedProcess process)
    {
        deaths++;
        living.Remove(process);
        // A process begins where the application's continuations run, not inside the event.
        Schedule.Raise(Pause() * 5, owner: null, () => Schedule.Post(_ => living.Add(new SimulatedProcess(this, plant())), state: null));
    }

    /// <summary>What the company is, once it is.</summary>
    public Company? Company { get; set; }

    // Past all lines, so it is done at once.
    private string? Read(string id)
    {
        var found = new VoucherLog(Books, NewIdentity, Clock, new VoucherLogOptions { Pause = TimeSpan.Zero }).FindAsync(new BookId(Company!.Id, Branch.HeadOffice), Company, id, CancellationToken.None);
        Assert.True(found.IsCompleted);
        return found.Result is { } stored ? CleanVouchers.Json(stored.Voucher) : null;
    }

    private void Named(BlobArea area, string blob)
    {
        var stands = Blobs.ExistsAsync(area, blob, CancellationToken.None);
        Assert.True(stands.IsCompleted);
        if (!stands.Result)
            Schedule.Break(new XunitException($"A row names {area}/{blob}, which does not stand"));
    }

    private void Told(BookAct act)
    {
        story.Enqueue($"{Schedule.Now:HH:mm:ss.fff} {act.Year} {act.Kind} by {act.By} in {string.Join(',', act.Months)}: {act.Vouchers}");
        while (story.Count > ActsShown)
            story.Dequeue();
        try
        {
            Model.Take(act);
        }
        catch (Exception law)
        {
            Schedule.Break(law);
        }
    }
}
