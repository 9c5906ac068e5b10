using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Removes what dead writers left behind. Nothing younger than twice the life of a staging is touched, whatever is asked: a writer that still
/// lives may be about to name it.
/// </summary>
internal static class Sweep
{
    /// <returns>Chunks removed.</returns>
    public static async Task<int> RunAsync(LogStore store, string partition, DateTimeOffset olderThan, CancellationToken cancellationToken)
    {
        var safe = store.Time.GetUtcNow() - (2 * store.Options.StagingLifeMax);
        var before = olderThan < safe ? olderThan : safe;
        // Candidates first, commits second: what is committed in between is then seen as committed.
        var chunks = await ReadOldAsync(store.Table, partition, LogKeys.Chunks, before, cancellationToken);
        var answers = await ReadOldAsync(store.Table, partition, LogKeys.Answers, before, cancellationToken);
        var named = await ReadNamedAsync(store.Table, partition, cancellationToken);
        var orphans = chunks.Where(key => !IsNamed(named, key)).ToList();
        await DeleteAsync(store.Table, partition, orphans, cancellationToken);
        await DeleteAsync(store.Table, partition, answers.Where(key => !named.Contains((key.Split('|')[1], default))), cancellationToken);
        await DeleteAsync(store.Table, partition, await ReadOldFencesAsync(store.Table, partition, before, cancellationToken), cancellationToken);
        await DeleteAsync(store.Table, partition, await ReadOldPacksAsync(store.Table, partition, before, cancellationToken), cancellationToken);
        return orphans.Count(key => LogKeys.ParseChunk(key).Part == 0);
    }

    private static bool IsNamed(HashSet<(string, Period)> named, string key)
    {
        var (day, staging, number, _) = LogKeys.ParseChunk(key);
        return named.Contains((staging, new ChunkRef(day, staging, number).Period));
    }

    private static async Task<List<string>> ReadOldAsync(ITable table, string partition, string prefix, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, prefix) with { Columns = [] }, cancellationToken))
        {
            if (row.Timestamp < before)
                keys.Add(row.Key);
        }

        return keys;
    }

    private static async Task<HashSet<(string, Period)>> ReadNamedAsync(ITable table, string partition, CancellationToken cancellationToken)
    {
        var named = new HashSet<(string, Period)>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Commits), cancellationToken))
        {
            var commit = CommitRow.FromRow(row);
            foreach (var staged in commit.Staged)
                named.Add((staged.Staging, commit.Period));
        }

        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Batch(string.Empty)) with { Columns = ["Answer"] }, cancellationToken))
        {
            if (row.TextOrNull("Answer") is { } staging)
                named.Add((staging, default));
        }

        return named;
    }

    /// <summary>Gathered chunks that no head names, nor named just before: somebody may still be reading those.</summary>
    private static async Task<List<string>> ReadOldPacksAsync(ITable table, string partition, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var packs = await ReadOldAsync(table, partition, LogKeys.Packs, before, cancellationToken);
        var state = await PartitionState.ReadAsync(table, partition, cancellationToken);
        var standing = state.Heads.Values.Select(head => head.Head.Pack).OfType<PackStamp>().SelectMany(pack => new[] { pack.Staging, pack.Before }).ToHashSet(StringComparer.Ordinal);
        return packs.FindAll(key => !standing.Contains(LogKeys.ParsePack(key).Chunk.Staging));
    }

    /// <summary>A fence has done its work when the partition that announced the move no longer speaks of it.</summary>
    private static async Task<List<string>> ReadOldFencesAsync(ITable table, string partition, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var fences = new List<string>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Fences), cancellationToken))
        {
            if (row.Timestamp >= before)
                continue;
            var source = await PartitionState.ReadAsync(table, row.Text("From"), cancellationToken);
            if (source.Moves.All(intent => LogKeys.Fence(intent.Id) != row.Key))
                fences.Add(row.Key);
        }

        return fences;
    }

    private static async Task DeleteAsync(ITable table, string partition, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var batch in BatchPlanner.Split(keys.Select(key => TableAction.Delete(partition, key, TableAction.AnyETag))))
        {
            try
            {
                await table.SubmitAsync(batch, cancellationToken);
            }
            catch (TableConflictException)
            {
                // Another sweep was faster with some of them: one by one, what is left.
                foreach (var action in batch)
                    await DeleteOneAsync(table, action, cancellationToken);
            }
        }
    }

    private static async Task DeleteOneAsync(ITable table, TableAction action, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitAsync([action], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Gone already.
        }
    }
}
