using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Storage.Tables;
using EDefter.Storage.Webhooks;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Webhooks;

/// <summary>One hook with its outbox over a table in memory, and time that passes when it is told to.</summary>
internal sealed class HookWorld
{
    public const string Company = "deneme";
    public const string Hook = "erp";
    public const string ServerKey = "0123456789abcdef0123456789abcdef";
    private int identities;

    public MemoryTable Table { get; } = new();

    public ManualClock Clock { get; } = new(new DateTimeOffset(2025, 2, 3, 9, 0, 0, TimeSpan.FromHours(3)));

    public ScriptedReceiver Receiver { get; } = new();

    public MemoryHookMail Mail { get; } = new();

    public HookSecrets Secrets { get; init; } = new(HookMasterKey.From(ServerKey));

    public IWebhooks Webhooks => Open(Table);

    public static IWebhooks Open(ITable table)
    {
        var writes = 0;
        // A process of its own: its writes are told apart from all others'.
        var process = Guid.NewGuid();
        return new TableWebhooks(new ReliableTable(table, () => new Guid(++writes, 0, 0, process.ToByteArray()[..8])));
    }

    /// <summary>A sender as another process has it.</summary>
    public HookPump Pump(ITable? table = null) => new(Open(table ?? Table), Receiver, Mail, Secrets, count => [.. Enumerable.Repeat((byte)Interlocked.Increment(ref identities), count)], Clock, new NoWatch());

    public Task RunAsync() => Pump().RunAsync(Company, Hook, CancellationToken.None);

    public async Task<HookWorld> OpenAsync(params string[] types)
    {
        await SaveAsync(hook => hook);
        await AddAsync(types);
        return this;
    }

    /// <summary>Makes the hook, or changes it.</summary>
    public async Task SaveAsync(Func<Hook, Hook> change)
    {
        var found = await Webhooks.FindAsync(Company, Hook, CancellationToken.None);
        var hook = found?.Value ?? new Hook
        {
            Id = Hook,
            Company = Company,
            Url = "https://erp.example/edefter",
            Events = [HookEvents.NumbersGiven, HookEvents.MonthFiled],
            Active = true,
            SecretVersion = 1,
            SecretHash = ContentHash.Of(Secrets.Of(Company, Hook, 1)),
            CreatedAt = Clock.GetUtcNow(),
            ChangedAt = Clock.GetUtcNow(),
            KeyId = "key-1",
        };
        Xunit.Assert.True(await Webhooks.SaveAsync(change(hook), found?.Version, found is null ? new HookState { Hook = Hook, After = 0 } : null, CancellationToken.None));
    }

    /// <summary>Events at the end of the outbox.</summary>
    public async Task AddAsync(params string[] types)
    {
        var outbox = await Webhooks.FindOutboxAsync(Company, CancellationToken.None);
        var before = outbox?.Value ?? new HookOutbox { Since = Clock.GetUtcNow() };
        var events = types.Select((type, rank) => new HookEvent { N = before.Last + 1 + rank, Id = ContentHash.Short(type, $"{before.Last + 1 + rank}"), Type = type, At = Clock.GetUtcNow(), Branch = "0000", Period = new Period(2025, 1) }).ToList();
        Xunit.Assert.True(await Webhooks.WriteOutboxAsync(Company, before with { Last = before.Last + events.Count }, outbox?.Version, events, CancellationToken.None));
    }

    public async Task<HookState> StateAsync() => (await Webhooks.FindStateAsync(Company, Hook, CancellationToken.None))!.Value;

    public async Task<IReadOnlyList<HookDelivery>> DeliveriesAsync() => await Webhooks.ListDeliveriesAsync(Company, Hook, after: 0, CancellationToken.None).ToListAsync();
}
