using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>One tombstone, in the partition where the voucher lives.</summary>
internal sealed class DeleteRun(LogStore store, AppendRequest request, string voucherId, IReadOnlyList<Part> parts)
{
    private readonly UInt128 id = VoucherHash.OfId(voucherId);

    public async Task<AppendResult?> RunAsync(CancellationToken cancellationToken)
    {
        using var turn = await store.TakeTurnAsync(request.Book, cancellationToken);
        AppendResult? result = null;
        for (var attempt = 0; ; attempt++)
        {
            if (attempt > 0)
                await store.PauseAsync(parts[0].Partition, attempt, cancellationToken);
            if (attempt > 0 || turn.HasWaited)
                await CatchUpAsync(cancellationToken);
            if (await FindAnswerAsync(cancellationToken) is { } found)
                return found;
            var home = parts.FirstOrDefault(part => part.Index.TryFind(id, out _));
            if (home is null)
                return result;
            home.Index.TryFind(id, out var hit);
            var batch = BatchIdentity();
            if (Judge(home, hit) is { } refusal)
                return refusal;
            try
            {
                result = await SubmitAsync(home, hit, batch, cancellationToken);
            }
            catch (TableConflictException)
            {
                // Another writer came first: look again.
                continue;
            }

            // Two writers that met may have left the id in two fiscal years: a deletion ends both.
            if (!parts.Any(part => part.Index.TryFind(id, out _)))
                return result;
        }
    }

    private AppendResult? Judge(Part home, IndexHit hit)
    {
        if (home.State.Head(hit.Period) is { IsSealed: true } head)
        {
            return request.ExpectedRevisions is null
                ? Result(stored: 0, [new(0, LogRefusals.Sealed("istek", voucherId, head))], [])
                : Result(stored: 0, [], []) with { Refusal = LogRefusals.SealedRefusal(head) };
        }

        foreach (var (period, expected) in request.ExpectedRevisions ?? new Dictionary<Core.Companies.Period, long>())
        {
            var found = period == hit.Period ? home.State.Head(period)?.Revision ?? 0 : expected;
            if (found != expected)
                return Result(stored: 0, [], []) with { Refusal = LogRefusals.Moved(period, expected, found) };
        }

        return null;
    }

    private async Task<AppendResult> SubmitAsync(Part home, IndexHit hit, string batch, CancellationToken cancellationToken)
    {
        if (home.State.Moves.Count > 0)
            throw new TableConflictException("A move is under way in " + home.Partition);
        var commit = new PartitionCommit(home.State, request.Kind, request.Actor, request.At, batch);
        var tombstone = new Tombstone(id, hit.Period, hit.Chunk.Day, IsMoved: false, WasLive: true);
        await commit.AddTombstonesAsync(store.Table, store.NewIdentity(), [tombstone], cancellationToken);
        var answer = new BatchAnswer { Stored = 1, Unchanged = 0, Undated = 0, Rejected = [], SupersededRepairs = [], Periods = commit.Revisions };
        commit.Add(await BatchRows.PrepareAsync(store, home.Partition, batch, answer, cancellationToken));
        foreach (var note in request.Notes)
            commit.Add(NoteRows.Write(home.Partition, note));
        await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
        home.Index.ApplyOwn(commit.Sequence, commit.Chunks());
        home.State = await store.OpenAsync(home.Partition, cancellationToken);
        return ToResult(batch, answer);
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            part.State = await store.OpenForWriteAsync(part.Partition, cancellationToken);
            part.Index = await store.IndexAsync(part.State, periods: null, cancellationToken);
        }
    }

    private async Task<AppendResult?> FindAnswerAsync(CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is null)
            return null;
        foreach (var part in parts)
        {
            if (await BatchRows.FindAsync(store, part.Partition, BatchIdentity(), cancellationToken) is { } answer)
                return ToResult(BatchIdentity(), answer);
        }

        return null;
    }

    private string BatchIdentity()
    {
        var origin = request.IdempotencyKey is { } key
            ? "key\n" + key
            : "base\n" + string.Join('\n', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Partition} {part.State.Sequence}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Kind} delete\n{voucherId}\n{origin}")).AsSpan(0, 16));
    }

    private AppendResult Result(long stored, IReadOnlyList<BatchAnswer.OrdinalRejection> rejected, IReadOnlyList<MonthRevision> periods) =>
        ToResult(BatchIdentity(), new BatchAnswer { Stored = stored, Unchanged = 0, Undated = 0, Rejected = rejected, SupersededRepairs = [], Periods = periods });

    private static AppendResult ToResult(string batch, BatchAnswer answer) => new()
    {
        Batch = batch,
        Received = 1,
        Stored = answer.Stored,
        Unchanged = answer.Unchanged,
        Rejected = [.. answer.Rejected.Select(row => row.Row)],
        Periods = answer.Periods,
    };
}
