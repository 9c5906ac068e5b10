using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The state of a hook while one sender holds its lease.</summary>
internal sealed class HookTurn(IWebhooks webhooks, string company, Versioned<HookState> taken)
{
    private string version = taken.Version;

    public string Company => company;

    public HookState State { get; private set; } = taken.Value;

    /// <summary>Remembers what was passed by; the next write keeps it.</summary>
    public void Pass(long after) => State = State with { After = after };

    public Task<bool> SaveAsync(HookState state, CancellationToken cancellationToken) => SaveAsync(state, delivery: null, answersAsked: false, cancellationToken);

    /// <returns>False when the lease was lost; the state is then another one's.</returns>
    public async Task<bool> SaveAsync(HookState state, HookDelivery? delivery, bool answersAsked, CancellationToken cancellationToken)
    {
        if (await webhooks.SaveStateAsync(company, state, version, delivery, answersAsked, cancellationToken) is not { } saved)
            return false;
        (State, version) = (state, saved);
        return true;
    }
}
