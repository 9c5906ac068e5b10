using System.Globalization;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Keys whose end is near, as the nightly look has found them (<see cref="Access.KeyWatch"/>). A message names the key by its id: neither whose it is nor what opens with it.</summary>
public sealed class KeyEvents(IKeys keys)
{
    /// <summary>Keys of what is remembered begin with it; no branch does.</summary>
    internal const string SeenPrefix = "key|";

    internal async Task<IReadOnlyList<FoundEvent>> ReadAsync(string company, HookOutbox outbox, IReadOnlySet<string> seen, CancellationToken cancellationToken)
    {
        var found = new List<FoundEvent>();
        await foreach (var warning in keys.ListWarningsAsync(company, cancellationToken))
        {
            if (warning.At >= outbox.Since && !seen.Contains(KeyOf(warning)))
                found.Add(new FoundEvent(Of(warning), warning.At, Commit: null));
        }

        return found;
    }

    private static HookEvent Of(KeyWarning warning) => new()
    {
        Id = ContentHash.Short("webhook-event", warning.Company, KeyOf(warning)),
        Type = HookEvents.KeyEnding,
        At = warning.At,
        Key = warning.KeyId,
        Due = warning.LastDay,
        DaysLeft = warning.DaysLeft,
        Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["keys"] = $"/api/companies/{warning.Company}/keys" },
        Seen = KeyOf(warning),
    };

    private static string KeyOf(KeyWarning warning) => string.Create(CultureInfo.InvariantCulture, $"{SeenPrefix}{warning.KeyId}|{warning.LastDay:yyyyMMdd}|{warning.Step}");
}
