using System.Collections.Concurrent;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Gate;

/// <summary>
/// Notes when a key was used last, at most once an hour for each key and instance, so that a request costs no write. A request never fails for it: a note that could not be
/// written is logged, and made with the next request.
/// </summary>
public sealed partial class KeyUses(IKeys keys, TimeProvider clock, ILogger<KeyUses> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    // Only keys whose secret was right come here, so there are never more of them than keys.
    private readonly ConcurrentDictionary<string, DateTimeOffset> notedAt = new(StringComparer.Ordinal);

    public async Task NoteAsync(ApiKey key)
    {
        var now = clock.GetUtcNow();
        if (IsFresh(key.LastUsedAt) || (notedAt.TryGetValue(key.Id, out var noted) && IsFresh(noted)))
            return;
        // First, so that of many requests at the same time one writes.
        notedAt[key.Id] = now;
        try
        {
            // The caller may leave meanwhile; the note is of his having come.
            await keys.TouchAsync(key, now, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            notedAt.TryRemove(key.Id, out _);
            LogNotNoted(logger, key.Id, fault.GetBaseException().GetType().Name);
        }

        bool IsFresh(DateTimeOffset? at) => now - at < Between;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of key {Key} could not be noted: {Fault}.")]
    private static partial void LogNotNoted(ILogger logger, string key, string fault);
}
