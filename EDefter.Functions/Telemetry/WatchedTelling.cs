using System.Diagnostics;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Telemetry;

/// <summary>The span of a try to tell a webhook something: which kind of event, and what came of it.</summary>
internal sealed class WatchedTelling(Activity? span) : IWatchedTelling
{
    private HookOutcome outcome = HookOutcome.Interrupted;

    public void End(HookOutcome outcome) => this.outcome = outcome;

    public void Dispose()
    {
        if (outcome != HookOutcome.Accepted)
            span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag(Words.HookOutcome, Words.Of(outcome));
        span?.Dispose();
    }
}
