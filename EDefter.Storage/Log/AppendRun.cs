using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// One request's way into the log. Rows are judged against the log as they arrive (unchanged, sealed, new) and staged as chunks that nobody sees;
/// then each fiscal year gets one conditional transaction. Where another writer came first and what was judged no longer holds, what was
/// staged is read back and judged again.
/// </summary>
internal sealed class AppendRun
{
    private readonly LogStore store;
    private readonly AppendRequest request;
    private readonly IReadOnlyList<Part> parts;
    private readonly bool isSettling;
    private readonly Dictionary<UInt128, Seen> seen = [];

    // Ids that came for more than one partition, and the one that their last version is for; the earlier versions are not written at all.
    private readonly Dictionary<UInt128, Part> wanderers = [];
    private readonly List<BatchAnswer.OrdinalRejection> unreadable = [];
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> json = new(4096);
    private readonly DateTimeOffset startedAt;
    private long received;
    private MonthHead? sealedMonth;

    /// <param name="store">The log.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="parts">Every partition of the book, fiscal years in order and the drawer last.</param>
    /// <param name="isSettling">The vouchers come from the drawer and keep their kind and what the ERP sent.</param>
    public AppendRun(LogStore store, AppendRequest request, IReadOnlyList<Part> parts, bool isSettling)
    {
        this.store = store;
        this.request = request;
        this.parts = parts;
        this.isSettling = isSettling;
        startedAt = store.Time.GetUtcNow();
    }

    private bool IsBound => request.ExpectedRevisions is not null;

    public async Task<AppendResult> RunAsync(IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken)
    {
        using var ended = digest;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var ordinal = received++;
            if (row.Voucher is { } voucher)
                await TakeAsync(voucher, row.At, ordinal, isFirstSight: true, cancellationToken);
            else
                TakeRejection(row.Rejection!, ordinal);
        }

        foreach (var part in parts)
            await part.Staging.CompleteAsync(cancellationToken);
        using var turn = await store.TakeTurnAsync(request.Book, cancellationToken);
        return await CommitAsync(BatchIdentity(), cancellationToken);
    }

    private void TakeRejection(RejectedRow rejection, long ordinal)
    {
        unreadable.Add(new BatchAnswer.OrdinalRejection(ordinal, rejection));
        digest.AppendData(Encoding.UTF8.GetBytes($"\n{rejection.At}\n{rejection.Id}\n{rejection.Code}"));
    }

    private async Task TakeAsync(Voucher voucher, string at, long ordinal, bool isFirstSight, CancellationToken cancellationToken)
    {
        json.ResetWrittenCount();
        VoucherJsonWriter.Write(json, voucher);
        if (json.WrittenCount > VoucherLimits.VoucherBytesMax)
        {
            TakeRejection(LogRefusals.LargeVoucher(at, voucher.Id), ordinal);
            return;
        }

        // What the ERP sent has passed the parser; what was made here has not, and a voucher that cannot be read back would block its whole day.
        if (request.Kind != CommitKind.Vouchers)
            VoucherJsonParser.Parse(json.WrittenSpan);

        var id = VoucherHash.OfId(voucher.Id);
        var content = HashContent(isFirstSight);
        var (part, period, day) = Target(voucher);
        part.IsAddressed = true;
        var known = seen.GetValueOrDefault(id);
        var before = known?.Before ?? Locate(id);
        Place? now = known?.Now ?? (before.Length == 1 ? before[0] : null);
        // A wanderer's versions follow each other through several partitions. Judged again in one of them alone, each still differs from the one
        // before it, which may have gone elsewhere and is not written.
        var isWandering = !isFirstSight && wanderers.ContainsKey(id);
        if (!isWandering && IsUnchanged(now, content, part, day))
        {
            part.Unchanged++;
            return;
        }

        if (FindSealed(part, period, before) is { } head)
        {
            TakeSealed(part, now, content, head, new BatchAnswer.OrdinalRejection(ordinal, LogRefusals.Sealed(at, voucher.Id, head)));
            return;
        }

        var place = new Place(part, period, day, content, ErpHash(now, content), isSettling && now is { } old ? old.Kind : request.Kind);
        await RememberAsync(id, known, before, place, voucher, cancellationToken);
        var record = new ChunkRecord { Id = id, Content = content, Erp = place.Erp, Lines = voucher.Lines.Count, Kind = place.Kind };
        await part.Staging.AddAsync(day, json.WrittenMemory, record, at, ordinal, cancellationToken);
        if (parts.Sum(p => p.Staging.Buffered) > store.Options.BufferBytesMax)
            await parts.MaxBy(p => p.Staging.Buffered)!.Staging.FlushLargestAsync(cancellationToken);
    }

    private UInt128 HashContent(bool isFirstSight)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.WrittenSpan, hash);
        if (isFirstSight)
            digest.AppendData(hash);
        return VoucherHash.Truncate(hash);
    }

    private (Part Part, Core.Companies.Period Period, DateOnly Day) Target(Voucher voucher)
    {
        if (voucher.Date.Value is { } day && request.Company.YearOf(day) is { } year)
            return (parts.First(part => part.Year?.Start == year.Start), Core.Companies.Period.Of(day), day);
        return (parts[^1], Drawer.Period, Drawer.Day);
    }

    private Place[] Locate(UInt128 id)
    {
        Place[] places = [];
        foreach (var part in parts)
        {
            if (part.Index.TryFind(id, out var hit))
                places = [.. places, new Place(part, hit.Period, hit.Chunk.Day, hit.Entry.Content, hit.Entry.Erp, hit.Entry.Kind)];
        }

        return places;
    }

    private bool IsUnchanged(Place? now, UInt128 content, Part part, DateOnly day)
    {
        if (now is not { } place)
            return isSettling;
        var isThere = place.Part == part && place.Day == day;
        // The drawer's copy was read a moment ago; whatever became of it since is somebody else's word.
        if (isSettling)
            return place.Content != content || isThere;
        if (request.Kind != CommitKind.Vouchers)
            return place.Content == content && isThere;
        // A repair stays, wherever it put the voucher; without one the voucher must also stand where its date belongs.
        return place.Erp == content && (place.IsRepaired || isThere);
    }

    private UInt128 ErpHash(Place? now, UInt128 content) => request.Kind == CommitKind.Vouchers && !isSettling ? content : now?.Erp ?? UInt128.Zero;

    private static MonthHead? FindSealed(Part part, Core.Companies.Period period, Place[] before)
    {
        if (part.State.Head(period) is { IsSealed: true } target)
            return target;
        foreach (var place in before)
        {
            if (place.Part.State.Head(place.Period) is { IsSealed: true } source)
                return source;
        }

        return null;
    }

    private void TakeSealed(Part part, Place? now, UInt128 content, MonthHead head, BatchAnswer.OrdinalRejection rejection)
    {
        // The ERP took over what was repaired here: the book already says so.
        if (now is { } place && place.Content == content)
        {
            part.Unchanged++;
            return;
        }

        sealedMonth ??= head;
        part.Rejected.Add(rejection);
    }

    private async Task RememberAsync(UInt128 id, Seen? known, Place[] before, Place place, Voucher voucher, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            var isFromErp = request.Kind == CommitKind.Vouchers && !isSettling;
            seen[id] = new Seen { Before = before, Now = place, RepairedId = isFromErp && before.Any(earlier => earlier.IsRepaired) ? voucher.Id : null };
            return;
        }

        var earlier = known.Now;
        known.Now = place;
        // Chunks are applied, and read back, in order of number: the earlier version must have the lower one.
        if (earlier.Part != place.Part || earlier.Day != place.Day)
            await earlier.Part.Staging.FlushAsync(earlier.Day, cancellationToken);
        if (earlier.Part != place.Part)
        {
            wanderers[id] = place.Part;
            earlier.Part.NeedsRestage = true;
            known.Earlier = null;
            place.Part.NeedsRestage = true;
            return;
        }

        if (earlier.Period != place.Period)
            (known.Earlier ??= []).Add((earlier.Period, earlier.Day));
        known.Earlier?.RemoveAll(other => other.Period == place.Period);
    }

    private string BatchIdentity()
    {
        digest.AppendData(Encoding.UTF8.GetBytes($"\n{request.Kind}\n"));
        var origin = request.IdempotencyKey is { } key
            ? "key\n" + key
            : "base\n" + string.Join('\n', parts.Where(part => part.IsAddressed).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Partition} {part.BaseSequence}"))) + WhoAsks();
        digest.AppendData(Encoding.UTF8.GetBytes(origin));
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 16));
    }

    // Two people may apply one plan at the same moment, which is the same content on the same base: one of them must be told that the other came first.
    private string WhoAsks() => string.Concat(request.Notes.Select(note => "\n" + note.Json).Prepend("\n" + request.Actor.By));

    private async Task<AppendResult> CommitAsync(string batch, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not null)
            await AdoptAnswersAsync(batch, cancellationToken);
        var moved = new List<MonthRevision>();
        var notesPart = FindNotesPart();
        foreach (var part in parts)
        {
            if (part.Answer is not null || (!part.HasStaged && part != notesPart))
                continue;
            if (await CommitPartAsync(part, batch, withNotes: part == notesPart, moved, cancellationToken) is { } refusal)
                return Refused(batch, refusal);
        }

        if (IsBound && sealedMonth is not null && parts.All(part => part.Answer is null))
            return Refused(batch, LogRefusals.SealedRefusal(sealedMonth));
        await EndDoublesAsync(moved, cancellationToken);
        return Answer(batch, moved);
    }

    // New ids may have come to another fiscal year at the same moment; one that was found twice was left by somebody who died before he could look.
    private async Task EndDoublesAsync(List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        var doubles = new Doubles(store, request, parts);
        foreach (var arrived in seen.Where(entry => entry.Value.Before.Length != 1).GroupBy(entry => entry.Value.Now.Part, entry => entry.Key))
            moved.AddRange(await doubles.EndAsync(arrived.Key, [.. arrived], cancellationToken));
    }

    private async Task AdoptAnswersAsync(string batch, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Where(part => part.IsAddressed || request.Notes.Count > 0))
            part.Answer ??= await BatchRows.FindAsync(store, part.Partition, batch, cancellationToken);
    }

    /// <summary>Notes go with the fiscal year that the act is bound to, else with the first that something is stored in.</summary>
    private Part? FindNotesPart()
    {
        if (request.Notes.Count == 0)
            return null;
        var bound = request.ExpectedRevisions?.Keys.Where(period => period != Drawer.Period).Order().Select(PartOf).FirstOrDefault();
        return bound ?? parts.FirstOrDefault(part => part.HasStaged) ?? parts.FirstOrDefault(part => part.Answer is not null)
            ?? throw new InvalidOperationException("Notes without a bound month and without a stored voucher belong to no fiscal year.");
    }

    private async Task<Refusal?> CommitPartAsync(Part part, string batch, bool withNotes, List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (attempt > 0)
            {
                await store.PauseAsync(part.Partition, attempt, cancellationToken);
                if (await CatchUpAsync(part, batch, withNotes, cancellationToken) is { } noteRefusal)
                    return noteRefusal;
            }

            if (part.Answer is not null)
                return null;
            if (part.NeedsRestage)
                await RestageAsync(part, cancellationToken);
            if (Judge() is { } refusal)
                return refusal;
            if (!part.HasStaged && !withNotes)
                return null;
            try
            {
                await SubmitAsync(part, batch, withNotes, moved, cancellationToken);
                return null;
            }
            catch (TableConflictException)
            {
                // Another writer came first: look again and judge again.
            }
        }
    }

    /// <summary>Bound acts are all or nothing: nothing may have moved or been sealed since the plan. Once a first fiscal year is written there is no way back.</summary>
    private Refusal? Judge()
    {
        if (!IsBound || parts.Any(part => part.Answer is not null))
            return null;
        foreach (var (period, expected) in request.ExpectedRevisions!)
        {
            var found = PartOf(period)?.State.Head(period)?.Revision ?? 0;
            if (found != expected)
                return LogRefusals.Moved(period, expected, found);
        }

        return sealedMonth is null ? null : LogRefusals.SealedRefusal(sealedMonth);
    }

    private Part? PartOf(Core.Companies.Period period)
    {
        if (period == Drawer.Period)
            return parts[^1];
        // A month that is cut between two fiscal years belongs to the one that has written to it.
        var candidates = parts.Where(part => part.Year?.Contains(period) == true).ToList();
        return candidates.Find(part => part.State.Head(period) is not null) ?? candidates.FirstOrDefault();
    }

    /// <summary>After a conflict: what do the partitions say now, was it this very batch that came first, and does everything judged still hold?</summary>
    private async Task<Refusal?> CatchUpAsync(Part part, string batch, bool withNotes, CancellationToken cancellationToken)
    {
        foreach (var other in parts)
        {
            other.State = await store.OpenForWriteAsync(other.Partition, cancellationToken);
            other.Index = await store.IndexAsync(other.State, periods: null, cancellationToken);
        }

        part.Answer = await BatchRows.FindAsync(store, part.Partition, batch, cancellationToken);
        // The others too were opened anew, and nothing else would make them look: also when this part turns out to be done already.
        foreach (var waiting in parts)
            waiting.NeedsRestage |= waiting.Answer is null && !StillHolds(waiting);
        if (part.Answer is not null)
            return null;
        if (withNotes && await NoteRows.FindMovedAsync(store.Table, part.Partition, request.Notes, cancellationToken) is { } note)
            return LogRefusals.NoteMoved(note.Key);
        return null;
    }

    private bool StillHolds(Part part)
    {
        foreach (var (id, entry) in seen)
        {
            if (entry.Now.Part != part)
                continue;
            if (!entry.Before.AsSpan().SequenceEqual(Locate(id)) || FindSealed(part, entry.Now.Period, entry.Before) is not null)
                return false;
        }

        return true;
    }

    /// <summary>Judges again what was staged for a partition; what is stored goes into a new staging, and the old one stays unnamed.</summary>
    private async Task RestageAsync(Part part, CancellationToken cancellationToken)
    {
        var old = part.Staging;
        part.Staging = store.NewStaging(part.Partition);
        part.NeedsRestage = false;
        foreach (var id in seen.Where(entry => entry.Value.Now.Part == part).Select(entry => entry.Key).ToArray())
            seen.Remove(id);
        foreach (var chunk in old.Chunks)
        {
            var vouchers = await ChunkReader.ReadAsync(store.Table, part.Partition, chunk.Ref, cancellationToken);
            for (var i = 0; i < vouchers.Length; i++)
            {
                if (wanderers.TryGetValue(chunk.Records[i].Id, out var last) && last != part)
                    part.Skipped++;
                else
                    await TakeAsync(vouchers[i], chunk.Places[i].At, chunk.Places[i].Ordinal, isFirstSight: false, cancellationToken);
            }
        }

        await part.Staging.CompleteAsync(cancellationToken);
    }

    private async Task SubmitAsync(Part part, string batch, bool withNotes, List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        if (store.Time.GetUtcNow() - startedAt > store.Options.StagingLifeMax)
            throw new TimeoutException("The request took longer than staged chunks are guaranteed to stand; nothing was written.");
        if (part.State.Moves.Count > 0)
            throw new TableConflictException("A move is under way in " + part.Partition);
        var moves = await AnnounceMovesAsync(part, batch, cancellationToken);
        var commit = new PartitionCommit(part.State, request.Kind, request.Actor, request.At, batch);
        commit.AddVouchers(part.Staging);
        await commit.AddTombstonesAsync(store.Table, store.NewIdentity(), Tombstones(part, commit), cancellationToken);
        var answer = new BatchAnswer
        {
            Stored = part.Staging.Chunks.Sum(chunk => (long)chunk.Records.Length) + part.Skipped,
            Unchanged = part.Unchanged,
            Undated = part.IsDrawer ? part.Staging.Chunks.Sum(chunk => (long)chunk.Records.Length) : 0,
            Rejected = part.Rejected,
            SupersededRepairs = SupersededRepairs(part),
            Periods = commit.Revisions,
        };
        commit.Add(await BatchRows.PrepareAsync(store, part.Partition, batch, answer, cancellationToken));
        foreach (var (source, move) in moves)
            commit.Add(Moves.Arrive(part.Partition, move, source.Partition));
        foreach (var note in withNotes ? request.Notes : [])
            commit.Add(NoteRows.Write(part.Partition, note));
        await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
        part.Index.ApplyOwn(commit.Sequence, commit.Chunks());
        part.Answer = answer;
        foreach (var (source, move) in moves)
        {
            moved.AddRange(await Moves.CompleteAsync(store, source.Partition, move, cancellationToken));
            source.State = await store.OpenAsync(source.Partition, cancellationToken);
            source.Index = await store.IndexAsync(source.State, periods: null, cancellationToken);
            source.NeedsRestage |= source.Answer is null && !StillHolds(source);
        }
    }

    private async Task<List<(Part Source, string Move)>> AnnounceMovesAsync(Part part, string batch, CancellationToken cancellationToken)
    {
        var leaving = new Dictionary<Part, List<UInt128>>();
        foreach (var (id, entry) in seen.Where(entry => entry.Value.Now.Part == part))
        {
            foreach (var place in entry.Before.Where(place => place.Part != part))
            {
                if (!leaving.TryGetValue(place.Part, out var ids))
                    leaving[place.Part] = ids = [];
                ids.Add(id);
            }
        }

        var moves = new List<(Part, string)>();
        foreach (var (source, ids) in leaving)
        {
            if (source.State.Moves.Count > 0)
                throw new TableConflictException("A move is under way in " + source.Partition);
            var intent = new MoveIntent { Id = store.NewIdentity().ToString("N"), To = part.Partition, Kind = request.Kind, At = request.At, By = request.Actor.By, KeyId = request.Actor.KeyId, Batch = batch, Rows = 0 };
            source.State = await Moves.AnnounceAsync(store, source.State, intent, ids, cancellationToken);
            moves.Add((source, intent.Id));
        }

        return moves;
    }

    private List<Tombstone> Tombstones(Part part, PartitionCommit commit)
    {
        var tombstones = new List<Tombstone>();
        foreach (var (id, entry) in seen)
        {
            if (entry.Now.Part != part)
                continue;
            var wasHere = false;
            foreach (var place in entry.Before.Where(place => place.Part == part))
            {
                wasHere |= place.Period == entry.Now.Period;
                if (place.Period != entry.Now.Period)
                    tombstones.Add(new Tombstone(id, place.Period, place.Day, IsMoved: true, WasLive: true));
            }

            if (!wasHere)
                commit.ChangeLive(entry.Now.Period, 1);
            foreach (var (period, day) in entry.Earlier ?? [])
            {
                if (entry.Before.All(place => place.Part != part || place.Period != period))
                    tombstones.Add(new Tombstone(id, period, day, IsMoved: true, WasLive: false));
            }
        }

        return tombstones;
    }

    /// <summary>Repairs that the request leaves replaced. Its last versions decide: a repair that a later row of the request brings back was not superseded.</summary>
    private List<string> SupersededRepairs(Part part) =>
        [.. seen.Values.Where(entry => entry.Now.Part == part && entry.RepairedId is not null && entry.Before.Any(place => place.IsRepaired && place.Content != entry.Now.Content)).Select(entry => entry.RepairedId!)];

    private AppendResult Refused(string batch, Refusal refusal) => new()
    {
        Batch = batch,
        Received = received,
        Stored = 0,
        Unchanged = 0,
        Rejected = [],
        Periods = [],
        Refusal = refusal,
    };

    private AppendResult Answer(string batch, List<MonthRevision> moved)
    {
        var rejected = unreadable.Concat(parts.SelectMany(part => part.Answer?.Rejected ?? part.Rejected)).OrderBy(row => row.Ordinal).Select(row => row.Row);
        var periods = parts.SelectMany(part => part.Answer?.Periods ?? []).Concat(moved)
            .GroupBy(month => month.Period).Select(month => month.MaxBy(revision => revision.Revision)!).OrderBy(month => month.Period);
        return new AppendResult
        {
            Batch = batch,
            Received = received,
            Stored = parts.Sum(part => part.Answer?.Stored ?? part.Skipped),
            Unchanged = parts.Sum(part => part.Answer?.Unchanged ?? part.Unchanged),
            Rejected = [.. rejected],
            Periods = [.. periods],
            Undated = parts.Sum(part => part.Answer?.Undated ?? 0),
            SupersededRepairs = [.. parts.SelectMany(part => part.Answer?.SupersededRepairs ?? [])],
        };
    }
}
