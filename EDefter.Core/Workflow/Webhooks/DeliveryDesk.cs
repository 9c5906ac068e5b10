using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>What became of each event at a hook, and asking for a dead one again.</summary>
public sealed class DeliveryDesk(HookDesk hooks, IWebhooks webhooks, IHookMail mail)
{
    public const int LimitDefault = 100;
    public const int LimitMost = 1_000;

    /// <param name="company">Company id.</param>
    /// <param name="hook">The hook.</param>
    /// <param name="state"><c>waiting</c>, <c>delivered</c> or <c>dead</c>; null or empty for all.</param>
    /// <param name="after">Behind this place.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<DeliveryPage>> ListAsync(string company, string hook, string? state, long after, int limit, CancellationToken cancellationToken)
    {
        var found = await hooks.StandingAsync(company, hook, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        HookDeliveryState? wanted = state switch { "waiting" => HookDeliveryState.Waiting, "delivered" => HookDeliveryState.Delivered, "dead" => HookDeliveryState.Dead, _ => null };
        if (!string.IsNullOrEmpty(state) && wanted is null)
            return Refusals.InvalidFilter("state", state, "waiting, delivered, dead");
        var items = new List<HookDelivery>();
        await foreach (var delivery in webhooks.ListDeliveriesAsync(company, hook, after, cancellationToken))
        {
            if (wanted is not null && delivery.State != wanted)
                continue;
            if (items.Count == limit)
                return new DeliveryPage(items, items[^1].N);
            items.Add(delivery);
        }

        return new DeliveryPage(items, After: null);
    }

    /// <summary>Sends a dead event once more, under its old id and out of the order; what waits goes on after it.</summary>
    public async Task<Outcome<HookDelivery>> AgainAsync(string company, string hook, long n, CancellationToken cancellationToken)
    {
        var found = await hooks.StandingAsync(company, hook, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        if (await webhooks.FindDeliveryAsync(company, hook, n, cancellationToken) is not { } delivery)
            return Refusals.UnknownDelivery(n);
        if (delivery.State != HookDeliveryState.Dead)
            return Refusals.NotDead(n);
        await webhooks.AskAgainAsync(company, hook, n, cancellationToken);
        await mail.SendAsync(company, hook, TimeSpan.Zero, cancellationToken);
        return delivery;
    }
}
