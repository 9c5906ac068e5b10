namespace EDefter.Core.Workflow.Ports;

/// <summary>Hooks, the outbox of each company, and what became of each event at each hook. Nothing is ever deleted.</summary>
public interface IWebhooks
{
    /// <summary>Companies that ever had a hook.</summary>
    IAsyncEnumerable<string> ListCompaniesAsync(CancellationToken cancellationToken);

    /// <summary>Enters a company into the list; may be repeated.</summary>
    Task EnterCompanyAsync(string company, CancellationToken cancellationToken);

    Task<Versioned<Hook>?> FindAsync(string company, string id, CancellationToken cancellationToken);

    /// <summary>All of a company's, deleted ones too, in ordinal order of ids.</summary>
    IAsyncEnumerable<Hook> ListAsync(string company, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces, and in the same transaction sets where it begins, when that is given. False when another writer came first.</summary>
    Task<bool> SaveAsync(Hook hook, string? version, HookState? beginning, CancellationToken cancellationToken);

    /// <summary>Null when the company never had a hook.</summary>
    Task<Versioned<HookOutbox>?> FindOutboxAsync(string company, CancellationToken cancellationToken);

    /// <summary>Moves the outbox and brings its events, all or nothing. False when another writer came first.</summary>
    Task<bool> WriteOutboxAsync(string company, HookOutbox outbox, string? version, IReadOnlyList<HookEvent> events, CancellationToken cancellationToken);

    /// <summary>What is remembered as told, by <see cref="HookEvent.Seen"/>: key and place, for keys that start with the prefix.</summary>
    IAsyncEnumerable<KeyValuePair<string, long>> ReadSeenAsync(string company, string prefix, CancellationToken cancellationToken);

    /// <summary>Events behind a place, in order.</summary>
    IAsyncEnumerable<HookEvent> ReadEventsAsync(string company, long after, CancellationToken cancellationToken);

    Task<HookEvent?> FindEventAsync(string company, long n, CancellationToken cancellationToken);

    Task<Versioned<HookState>?> FindStateAsync(string company, string hook, CancellationToken cancellationToken);

    /// <summary>Replaces the state and, in the same transaction, what became of an event, and takes a person's asking away.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="state">The state.</param>
    /// <param name="version">What was read.</param>
    /// <param name="delivery">What became of an event; null when nothing did.</param>
    /// <param name="answersAsked">The delivery is what a person asked for.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>The new version; null when another writer came first.</returns>
    Task<string?> SaveStateAsync(string company, HookState state, string version, HookDelivery? delivery, bool answersAsked, CancellationToken cancellationToken);

    Task<HookDelivery?> FindDeliveryAsync(string company, string hook, long n, CancellationToken cancellationToken);

    /// <summary>Behind a place, in order.</summary>
    IAsyncEnumerable<HookDelivery> ListDeliveriesAsync(string company, string hook, long after, CancellationToken cancellationToken);

    /// <summary>Remembers that a person wants a dead event sent again; may be repeated.</summary>
    Task AskAgainAsync(string company, string hook, long n, CancellationToken cancellationToken);

    /// <summary>The first event that a person wants again; null when there is none.</summary>
    Task<long?> FindAskedAsync(string company, string hook, CancellationToken cancellationToken);
}
