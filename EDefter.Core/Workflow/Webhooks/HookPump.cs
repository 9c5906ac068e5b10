using System.Globalization;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>
/// Sends a hook its events, one after the other: the next one goes only when the one before was accepted or is dead. Who sends holds a lease in the hook's state;
/// every step is a conditional write of that state, so a second sender, or one that was taken for dead, stops at its next step.
/// </summary>
public sealed class HookPump(IWebhooks webhooks, IHookSender sender, IHookMail mail, HookSecrets secrets, SecretSource randomness, TimeProvider clock, IWorkWatch watch)
{
    /// <summary>How long a try may take in all.</summary>
    public static readonly TimeSpan SendMost = TimeSpan.FromSeconds(10);

    /// <summary>Longer than a try may take, so that a living sender is never taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Then somebody else's hook has its turn; a function is ended after ten minutes.
    private const int EventsMost = 40;

    /// <summary>Sends until nothing is due, a try fails, or others should have their turn.</summary>
    public async Task RunAsync(string company, string hook, CancellationToken cancellationToken)
    {
        var owner = Convert.ToHexStringLower(randomness(8));
        while (await TakeAsync(company, hook, owner, cancellationToken) is { } taken)
        {
            var turn = new HookTurn(webhooks, company, taken);
            var due = await SendAsync(turn, cancellationToken);
            if (!await turn.SaveAsync(turn.State with { Owner = null, LeaseUntil = null }, cancellationToken))
                return;
            if (due is { } at)
            {
                var delay = at - clock.GetUtcNow();
                await mail.SendAsync(company, hook, delay > TimeSpan.Zero ? delay : TimeSpan.Zero, cancellationToken);
                return;
            }

            // Whoever brought an event while the lease was held has gone away again: one more look.
            if (turn.State.After >= (await webhooks.FindOutboxAsync(company, cancellationToken))?.Value.Last && await webhooks.FindAskedAsync(company, hook, cancellationToken) is null)
                return;
            if (!await IsWantedAsync(company, hook, cancellationToken))
                return;
        }
    }

    private async Task<Versioned<HookState>?> TakeAsync(string company, string hook, string owner, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await webhooks.FindStateAsync(company, hook, cancellationToken) is not { } found || found.Value.LeaseUntil > now)
                return null;
            var taken = found.Value with { Owner = owner, LeaseUntil = now + Lease };
            if (await webhooks.SaveStateAsync(company, taken, found.Version, delivery: null, answersAsked: false, cancellationToken) is { } version)
                return new Versioned<HookState>(taken, version);
        }
    }

    private async Task<bool> IsWantedAsync(string company, string hook, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(company, hook, cancellationToken) is { Value: { DeletedAt: null, Active: true } };

    /// <returns>When to go on; null when there is nothing to go on with.</returns>
    private async Task<DateTimeOffset?> SendAsync(HookTurn turn, CancellationToken cancellationToken)
    {
        for (var sent = 0; ; sent++)
        {
            var found = await webhooks.FindAsync(turn.Company, turn.State.Hook, cancellationToken);
            if (found is not { Value: { DeletedAt: null, Active: true } hook })
                return null;
            if (turn.State.Begun is { } begun)
            {
                // Its process died: the receiver may have it or not, and gets it again under the same id.
                if (!await ConcludeAsync(turn, begun, new HookAnswer(HookOutcome.Interrupted), cancellationToken))
                    return null;
                continue;
            }

            if (sent == EventsMost)
                return clock.GetUtcNow();
            var asked = await webhooks.FindAskedAsync(turn.Company, hook.Id, cancellationToken);
            if (asked is null && turn.State.NextAt is { } next && next > clock.GetUtcNow())
                return next;
            var happened = asked is { } n ? await FindAsync(turn.Company, n, cancellationToken) : await NextAsync(turn, hook, cancellationToken);
            if (happened is null || !await TryAsync(turn, hook, happened, asked is not null, cancellationToken))
                return null;
        }
    }

    // What is not wanted is passed by, for good.
    private async Task<HookEvent?> NextAsync(HookTurn turn, Hook hook, CancellationToken cancellationToken)
    {
        var after = turn.State.After;
        await foreach (var happened in webhooks.ReadEventsAsync(turn.Company, turn.State.After, cancellationToken))
        {
            if (hook.Wants(happened))
            {
                turn.Pass(after);
                return happened;
            }

            after = happened.N;
        }

        turn.Pass(after);
        return null;
    }

    /// <returns>False when the lease was lost: another one has the turn.</returns>
    private async Task<bool> TryAsync(HookTurn turn, Hook hook, HookEvent happened, bool isAsked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var begun = new HookBegun(happened.N, now, isAsked);
        var before = await webhooks.FindDeliveryAsync(turn.Company, hook.Id, happened.N, cancellationToken);
        if (!await turn.SaveAsync(turn.State with { Begun = begun, LeaseUntil = now + Lease }, cancellationToken))
            return false;
        // Storage took its time: the lease might end while the receiver still thinks, and another one would send beside us.
        if (clock.GetUtcNow() + SendMost >= now + Lease)
            return false;
        var signing = secrets.SigningFor(hook, now);
        var answer = await AnswerAsync(Request(turn.Company, hook, happened, signing, now, (before?.Attempts ?? 0) + 1), happened, isSigned: signing.Count > 0, cancellationToken);
        return await ConcludeAsync(turn, begun, answer, cancellationToken);
    }

    private async Task<HookAnswer> AnswerAsync(HookRequest request, HookEvent happened, bool isSigned, CancellationToken cancellationToken)
    {
        using var telling = watch.Tell(happened);
        var answer = isSigned ? await sender.SendAsync(request, cancellationToken) : new HookAnswer(HookOutcome.SecretLost);
        telling.End(answer.Outcome);
        return answer;
    }

    private static HookRequest Request(string company, Hook hook, HookEvent happened, IReadOnlyList<string> signing, DateTimeOffset now, int attempt)
    {
        var body = HookMessage.Write(company, happened);
        return new HookRequest(hook.Url, body, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [HookSignature.Header] = HookSignature.Of(signing, now, body),
            ["EDefter-Event"] = happened.Id,
            ["EDefter-Attempt"] = attempt.ToString(CultureInfo.InvariantCulture),
            ["EDefter-Hook"] = hook.Id,
        });
    }

    /// <summary>Writes what came of a try, and where to go on, in one transaction.</summary>
    private async Task<bool> ConcludeAsync(HookTurn turn, HookBegun begun, HookAnswer answer, CancellationToken cancellationToken)
    {
        var happened = await FindAsync(turn.Company, begun.N, cancellationToken);
        var before = await webhooks.FindDeliveryAsync(turn.Company, turn.State.Hook, begun.N, cancellationToken);
        var isAccepted = answer.Outcome == HookOutcome.Accepted;
        var now = clock.GetUtcNow();
        var failed = turn.State.Failed + 1;
        // An event that was dead has had its schedule: a person decides about each further try.
        var pause = isAccepted || begun.IsAsked ? null : HookPace.After(failed, now - happened.At, answer.RetryAfter);
        var delivery = Delivery(turn.State.Hook, happened, before) with
        {
            State = isAccepted ? HookDeliveryState.Delivered : pause is null ? HookDeliveryState.Dead : HookDeliveryState.Waiting,
            Attempts = (before?.Attempts ?? 0) + 1,
            Tries = [.. (before?.Tries ?? []).Append(new HookTry(begun.At, answer.Outcome, answer.Status)).TakeLast(HookDelivery.TriesMost)],
        };
        var isInterrupted = answer.Outcome == HookOutcome.Interrupted;
        var state = turn.State with { Begun = null, LeaseUntil = now + Lease };
        if (!begun.IsAsked)
            state = pause is { } wait ? state with { Failed = failed, NextAt = isInterrupted ? null : now + wait } : state with { After = happened.N, Failed = 0, NextAt = null };
        if (!await turn.SaveAsync(state, delivery, answersAsked: begun.IsAsked && !isInterrupted, cancellationToken))
            return false;
        watch.HookTried(answer.Outcome);
        return true;
    }

    private async Task<HookEvent> FindAsync(string company, long n, CancellationToken cancellationToken) =>
        await webhooks.FindEventAsync(company, n, cancellationToken) ?? throw new InvalidDataException($"The event {n} of {company} is missing.");

    private static HookDelivery Delivery(string hook, HookEvent happened, HookDelivery? before) => before ?? new HookDelivery
    {
        Hook = hook,
        N = happened.N,
        EventId = happened.Id,
        Type = happened.Type,
        Branch = happened.Branch,
        Period = happened.Period,
        State = HookDeliveryState.Waiting,
        Attempts = 0,
    };
}
