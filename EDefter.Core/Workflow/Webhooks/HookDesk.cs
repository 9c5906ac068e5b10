using System.Text.RegularExpressions;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Where hooks are registered, looked at, rotated and taken away. A secret is told once, in the answer that made it.</summary>
public sealed partial class HookDesk(ICompanies companies, IWebhooks webhooks, EventOutbox outbox, HookSecrets secrets, HookNetworks networks, HookBell bell, TimeProvider clock)
{
    private const int HooksMost = 20;

    /// <summary>How long the old secret signs beside the new one when nobody says otherwise.</summary>
    private const int OverlapHours = 24;

    private const int OverlapHoursMost = 7 * 24;

    /// <summary>Makes a hook, which is told what happens from now on, or changes one, which keeps its place and its secret.</summary>
    /// <returns>The hook, with its secret when it was made.</returns>
    public async Task<Outcome<HookView>> PutAsync(string company, string id, HookChange change, Actor actor, CancellationToken cancellationToken)
    {
        if (secrets.AreMissing)
            return Refusals.WebhooksOff();
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (WhyNot(id, change) is { } refusal)
            return refusal;
        while (true)
        {
            var found = await webhooks.FindAsync(company, id, cancellationToken);
            var isNew = found is not { Value.DeletedAt: null };
            if (isNew && await webhooks.ListAsync(company, cancellationToken).CountAsync(hook => hook.DeletedAt is null, cancellationToken) >= HooksMost)
                return Refusals.TooManyWebhooks(HooksMost);
            var known = await outbox.OpenAsync(company, cancellationToken);
            var hook = Changed(company, id, change, actor, found?.Value, isNew);
            if (!await webhooks.SaveAsync(hook, found?.Version, isNew ? new HookState { Hook = id, After = known.Last } : null, cancellationToken))
                continue;
            await bell.RingAsync(company, cancellationToken);
            return await ViewAsync(hook, known.Last, isNew ? secrets.Of(company, id, hook.SecretVersion) : null, cancellationToken);
        }
    }

    public async Task<Outcome<IReadOnlyList<HookView>>> ListAsync(string company, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        var last = await LastAsync(company, cancellationToken);
        var views = new List<HookView>();
        await foreach (var hook in webhooks.ListAsync(company, cancellationToken))
        {
            if (hook.DeletedAt is null)
                views.Add(await ViewAsync(hook, last, secret: null, cancellationToken));
        }

        return views;
    }

    public async Task<Outcome<HookView>> FindAsync(string company, string id, CancellationToken cancellationToken)
    {
        var found = await StandingAsync(company, id, cancellationToken);
        return found.IsRefused ? found.Refusal : await ViewAsync(found.Value.Value, await LastAsync(company, cancellationToken), secret: null, cancellationToken);
    }

    /// <summary>A new secret. The one before signs beside it for a while, so that the receiver can change over without losing a message.</summary>
    public async Task<Outcome<HookView>> RotateAsync(string company, string id, int? overlapHours, Actor actor, CancellationToken cancellationToken)
    {
        if (secrets.AreMissing)
            return Refusals.WebhooksOff();
        var overlap = overlapHours ?? OverlapHours;
        if (overlap is < 0 or > OverlapHoursMost)
            return Refusals.InvalidWebhook($"Eski imzanın geçerli kalacağı süre (overlapHours) 0 ile {TurkishText.Count(OverlapHoursMost)} saat arasında olmalıdır.");
        while (true)
        {
            var found = await StandingAsync(company, id, cancellationToken);
            if (found.IsRefused)
                return found.Refusal;
            var now = clock.GetUtcNow();
            var version = found.Value.Value.SecretVersion + 1;
            var secret = secrets.Of(company, id, version);
            var hook = found.Value.Value with { SecretVersion = version, SecretHash = ContentHash.Of(secret), PreviousUntil = now.AddHours(overlap), ChangedAt = now, KeyId = actor.KeyId };
            if (!await webhooks.SaveAsync(hook, found.Value.Version, beginning: null, cancellationToken))
                continue;
            await bell.RingAsync(company, cancellationToken);
            return await ViewAsync(hook, await LastAsync(company, cancellationToken), secret, cancellationToken);
        }
    }

    /// <summary>Nothing is sent there any more. What was sent stays on record.</summary>
    /// <returns>The hook as it was; or the refusal when there is none.</returns>
    public async Task<Outcome<Hook>> DeleteAsync(string company, string id, Actor actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await StandingAsync(company, id, cancellationToken);
            if (found.IsRefused)
                return found.Refusal;
            var now = clock.GetUtcNow();
            if (await webhooks.SaveAsync(found.Value.Value with { DeletedAt = now, ChangedAt = now, KeyId = actor.KeyId }, found.Value.Version, beginning: null, cancellationToken))
                return found.Value.Value;
        }
    }

    internal async Task<Outcome<Versioned<Hook>>> StandingAsync(string company, string id, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        return await webhooks.FindAsync(company, id, cancellationToken) is { Value.DeletedAt: null } found ? found : Refusals.UnknownWebhook(id);
    }

    private Refusal? WhyNot(string id, HookChange change)
    {
        if (!Ids().IsMatch(id))
            return Refusals.InvalidWebhook($"\"{id}\" bildirim adresinin kimliği olamaz: küçük harf, rakam ve tire ile en çok 40 karakter verin.");
        if (HookUrl.WhyNot(change.Url, networks) is { } refusal)
            return refusal;
        if (change.Events is not { Count: > 0 })
            return Refusals.InvalidWebhook($"Hangi olayların bildirileceği (events) verilmelidir. Bilinen olaylar: {Quoted(HookEvents.All)}.");
        var unknown = change.Events.Where(word => !HookEvents.All.Contains(word, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return unknown.Count > 0 ? Refusals.InvalidWebhook($"Bilinmeyen olay (events): {Quoted(unknown)}. Bilinen olaylar: {Quoted(HookEvents.All)}.") : null;
    }

    private Hook Changed(string company, string id, HookChange change, Actor actor, Hook? before, bool isNew)
    {
        var now = clock.GetUtcNow();
        var version = isNew ? (before?.SecretVersion ?? 0) + 1 : before!.SecretVersion;
        return new Hook
        {
            Id = id,
            Company = company,
            Url = change.Url!,
            Events = [.. change.Events!.Distinct(StringComparer.Ordinal)],
            Active = change.Active ?? true,
            SecretVersion = version,
            SecretHash = isNew ? ContentHash.Of(secrets.Of(company, id, version)) : before!.SecretHash,
            PreviousUntil = isNew ? null : before!.PreviousUntil,
            CreatedAt = isNew ? now : before!.CreatedAt,
            ChangedAt = now,
            KeyId = actor.KeyId,
        };
    }

    private async Task<HookView> ViewAsync(Hook hook, long last, string? secret, CancellationToken cancellationToken)
    {
        var state = await webhooks.FindStateAsync(hook.Company, hook.Id, cancellationToken) ?? throw new InvalidDataException($"The hook {hook.Id} of {hook.Company} has no state.");
        return HookView.Of(hook, state.Value, last, clock.GetUtcNow(), secret);
    }

    private async Task<long> LastAsync(string company, CancellationToken cancellationToken) => (await webhooks.FindOutboxAsync(company, cancellationToken))?.Value.Last ?? 0;

    private static string Quoted(IEnumerable<string?> words) => string.Join(", ", words.Select(static word => $"\"{word}\""));

    [GeneratedRegex("^[a-z0-9-]{1,40}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();
}
