using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>
/// Looks for keys that end soon and in whose place no other one works: fourteen days before their last one, three days before it, and on it. Each step is told once; when nobody
/// looked on the very day, it is told by the next look, with the days that are left then.
/// </summary>
public sealed class KeyWatch(IKeys keys, ICompanies companies, TimeProvider clock)
{
    // Days left, the nearest first.
    private static readonly int[] Steps = [0, 3, KeyTerm.WarnedDays];

    /// <summary>What was not told yet. Each is remembered when the next one is asked for, so that what its teller died over is told again.</summary>
    public async IAsyncEnumerable<KeyWarning> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await foreach (var company in companies.ListAsync(cancellationToken))
        {
            var all = await keys.ListAsync(company.Id, cancellationToken).ToDictionaryAsync(key => key.Id, StringComparer.Ordinal, cancellationToken);
            var told = await keys.ListWarningsAsync(company.Id, cancellationToken).Select(StepOf).ToHashSetAsync(comparer: null, cancellationToken);
            foreach (var warning in all.Values.Select(key => WarningOf(key, all, now)).OfType<KeyWarning>().Where(warning => !told.Contains(StepOf(warning))))
            {
                yield return warning;
                await keys.NoteWarningAsync(warning, cancellationToken);
            }
        }
    }

    private static KeyWarning? WarningOf(ApiKey key, Dictionary<string, ApiKey> all, DateTimeOffset now)
    {
        if (KeyTerm.DaysLeft(key, now) is not { } left || left > Steps[^1] || HasLivingSuccessor(key, all, now))
            return null;
        return new KeyWarning(key.Company, key.Id, KeyTerm.LastDayOf(key)!.Value, Array.Find(Steps, step => left <= step), left, now);
    }

    // The one in its place may have been replaced too.
    private static bool HasLivingSuccessor(ApiKey key, Dictionary<string, ApiKey> all, DateTimeOffset now)
    {
        for (var next = key; next.ReplacedBy is { } id && all.TryGetValue(id, out var successor); next = successor)
        {
            if (successor.RevokedAt is null && !KeyTerm.HasEnded(successor, now))
                return true;
        }

        return false;
    }

    private static (string KeyId, DateOnly LastDay, int Step) StepOf(KeyWarning warning) => (warning.KeyId, warning.LastDay, warning.Step);
}
