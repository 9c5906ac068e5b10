using System.Globalization;
using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Webhooks;

/// <summary>
/// Table <c>Webhooks</c>, a partition per company: <c>hook|{id}</c> and <c>state|{id}</c>; <c>outbox</c>, <c>event|{n}</c> and <c>seen|{key}</c>, written together;
/// <c>delivery|{hook}|{n}</c>, written with the state; <c>asked|{hook}|{n}</c>. One more partition lists the companies.
/// </summary>
internal sealed class TableWebhooks(ITable table) : IWebhooks
{
    // No company's id begins with it.
    private const string Companies = "~companies";
    private const string Outbox = "outbox";
    private const string PlaceColumn = "N";

    public async IAsyncEnumerable<string> ListCompaniesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Companies, "company|"), cancellationToken))
            yield return row.Text("Company");
    }

    public Task EnterCompanyAsync(string company, CancellationToken cancellationToken) =>
        table.SubmitAsync([TableAction.Upsert(new TableRow(Companies, "company|" + RowKeys.Escape(company)) { Columns = { ["Company"] = company } })], cancellationToken);

    public Task<Versioned<Hook>?> FindAsync(string company, string id, CancellationToken cancellationToken) => FindAsync<Hook>(company, HookKey(id), cancellationToken);

    public IAsyncEnumerable<Hook> ListAsync(string company, CancellationToken cancellationToken) => ReadAsync<Hook>(TableRange.Prefix(Partition(company), "hook|"), cancellationToken);

    public async Task<bool> SaveAsync(Hook hook, string? version, HookState? beginning, CancellationToken cancellationToken)
    {
        var actions = new List<TableAction> { TableAction.Write(Row(hook.Company, HookKey(hook.Id), hook), version) };
        if (beginning is not null)
            actions.Add(TableAction.Upsert(Row(hook.Company, StateKey(hook.Id), beginning)));
        return await TryAsync(actions, cancellationToken) is not null;
    }

    public Task<Versioned<HookOutbox>?> FindOutboxAsync(string company, CancellationToken cancellationToken) => FindAsync<HookOutbox>(company, Outbox, cancellationToken);

    public async Task<bool> WriteOutboxAsync(string company, HookOutbox outbox, string? version, IReadOnlyList<HookEvent> events, CancellationToken cancellationToken)
    {
        var actions = new List<TableAction> { TableAction.Write(Row(company, Outbox, outbox), version) };
        foreach (var happened in events)
        {
            actions.Add(TableAction.Insert(Row(company, EventKey(happened.N), happened)));
            if (happened.Seen is { } key)
                actions.Add(TableAction.Insert(new TableRow(Partition(company), SeenPrefix(key)) { Columns = { ["Key"] = key, [PlaceColumn] = happened.N } }));
        }

        return await TryAsync(actions, cancellationToken) is not null;
    }

    public async IAsyncEnumerable<KeyValuePair<string, long>> ReadSeenAsync(string company, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition(company), SeenPrefix(prefix)), cancellationToken))
            yield return KeyValuePair.Create(row.Text("Key"), row.Number(PlaceColumn));
    }

    public IAsyncEnumerable<HookEvent> ReadEventsAsync(string company, long after, CancellationToken cancellationToken) =>
        ReadAsync<HookEvent>(new TableRange(Partition(company), EventKey(after + 1), "event|~"), cancellationToken);

    public async Task<HookEvent?> FindEventAsync(string company, long n, CancellationToken cancellationToken) => (await FindAsync<HookEvent>(company, EventKey(n), cancellationToken))?.Value;

    public Task<Versioned<HookState>?> FindStateAsync(string company, string hook, CancellationToken cancellationToken) => FindAsync<HookState>(company, StateKey(hook), cancellationToken);

    public async Task<string?> SaveStateAsync(string company, HookState state, string version, HookDelivery? delivery, bool answersAsked, CancellationToken cancellationToken)
    {
        var actions = new List<TableAction> { TableAction.Replace(Row(company, StateKey(state.Hook), state), version) };
        if (delivery is not null)
            actions.Add(TableAction.Upsert(Row(company, DeliveryPrefix(state.Hook) + Place(delivery.N), delivery)));
        if (answersAsked && delivery is not null)
            actions.Add(TableAction.Delete(Partition(company), AskedPrefix(state.Hook) + Place(delivery.N), TableAction.AnyETag));
        return (await TryAsync(actions, cancellationToken))?[0];
    }

    public async Task<HookDelivery?> FindDeliveryAsync(string company, string hook, long n, CancellationToken cancellationToken) =>
        (await FindAsync<HookDelivery>(company, DeliveryPrefix(hook) + Place(n), cancellationToken))?.Value;

    public IAsyncEnumerable<HookDelivery> ListDeliveriesAsync(string company, string hook, long after, CancellationToken cancellationToken) =>
        ReadAsync<HookDelivery>(new TableRange(Partition(company), DeliveryPrefix(hook) + Place(after + 1), DeliveryPrefix(hook) + "~"), cancellationToken);

    public Task AskAgainAsync(string company, string hook, long n, CancellationToken cancellationToken) =>
        table.SubmitAsync([TableAction.Upsert(new TableRow(Partition(company), AskedPrefix(hook) + Place(n)) { Columns = { [PlaceColumn] = n } })], cancellationToken);

    public async Task<long?> FindAskedAsync(string company, string hook, CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition(company), AskedPrefix(hook)), cancellationToken))
            return row.Number(PlaceColumn);
        return null;
    }

    private async Task<Versioned<T>?> FindAsync<T>(string company, string key, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition(company), key, cancellationToken);
        return row is null ? null : new Versioned<T>(StorageJson.Read<T>(TextColumns.Read(row)), row.ETag);
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(TableRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(range, cancellationToken))
            yield return StorageJson.Read<T>(TextColumns.Read(row));
    }

    private async Task<IReadOnlyList<string>?> TryAsync(List<TableAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            return await table.SubmitAsync(actions, cancellationToken);
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    private static TableRow Row<T>(string company, string key, T document)
    {
        var row = new TableRow(Partition(company), key);
        TextColumns.Write(row, StorageJson.Write(document));
        return row;
    }

    private static string Partition(string company) => RowKeys.Escape(company);

    private static string HookKey(string id) => "hook|" + RowKeys.Escape(id);

    private static string StateKey(string id) => "state|" + RowKeys.Escape(id);

    private static string EventKey(long n) => "event|" + Place(n);

    // Character by character: the escape of a beginning is the beginning of the escape.
    private static string SeenPrefix(string key) => "seen|" + RowKeys.Escape(key);

    private static string DeliveryPrefix(string hook) => $"delivery|{RowKeys.Escape(hook)}|";

    private static string AskedPrefix(string hook) => $"asked|{RowKeys.Escape(hook)}|";

    private static string Place(long n) => n.ToString("D12", CultureInfo.InvariantCulture);
}
