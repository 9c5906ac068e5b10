using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>
/// Holds each voucher of a request against the log as it stands: unchanged, sealed, or new, and then staged in the partition of its date. What was judged
/// may be judged again, where the log has moved on.
/// </summary>
internal sealed class AppendJudge(LogStore store, AppendRequest request, Part[] parts, bool isSettling, Received received)
{
    private readonly IdTable<Seen> seen = new();

    // Ids that came for more than one partition, and the one that their last version is for; the earlier versions are not written at all.
    private readonly Dictionary<UInt128, Part> wanderers = [];
    private readonly ByteBuffer json = new(4096);

    /// <summary>The first sealed month that something was kept out of.</summary>
    public MonthHead? SealedMonth { get; private set; }

    /// <summary>Ids that the log did not hold in one place exactly, each with the partition that its last version goes to.</summary>
    public IEnumerable<(UInt128 Id, Part Part)> Arrivals => Stored.Where(static entry => entry.Before.Length != 1).Select(static entry => (entry.Id, entry.Now.Part));

    /// <summary>What is stored in a partition.</summary>
    public IEnumerable<Seen> StoredIn(Part part) => Stored.Where(entry => entry.Now.Part == part);

    private IEnumerable<Seen> Stored => seen.Places.Select(place => seen.At(place));

    public Task TakeAsync(Voucher voucher, RowPlace at, long ordinal, CancellationToken cancellationToken) => TakeAsync(voucher, at, ordinal, isFirstSight: true, cancellationToken);

    /// <summary>Does everything that was judged for a partition still hold against the log as it was opened last?</summary>
    public bool StillHolds(Part part)
    {
        foreach (var entry in StoredIn(part))
        {
            if (!entry.Before.AsSpan().SequenceEqual(Locate(entry.Id)) || FindSealed(part, entry.Now.Period, entry.Before) is not null)
                return false;
        }

        return true;
    }

    /// <summary>Judges again what was staged for a partition; what is stored goes into a new staging, and the old one stays unnamed.</summary>
    public async Task RestageAsync(Part part, CancellationToken cancellationToken)
    {
        var old = part.Staging;
        part.Staging = store.NewStaging(part.Partition);
        part.NeedsRestage = false;
        foreach (var id in StoredIn(part).Select(static entry => entry.Id).ToArray())
            seen.Remove(id);
        foreach (var chunk in old.Chunks)
        {
            var vouchers = await ChunkReader.ReadAsync(store.Table, part.Partition, chunk.Ref, cancellationToken);
            for (var i = 0; i < vouchers.Length; i++)
            {
                if (wanderers.TryGetValue(chunk.Records[i].Id, out var last) && last != part)
                    part.Skipped++;
                else
                    await TakeAsync(vouchers[i], chunk.Places[i].Place, chunk.Places[i].Ordinal, isFirstSight: false, cancellationToken);
            }
        }

        await part.Staging.CompleteAsync(cancellationToken);
    }

    private async Task TakeAsync(Voucher voucher, RowPlace at, long ordinal, bool isFirstSight, CancellationToken cancellationToken)
    {
        json.Clear();
        VoucherJsonWriter.Write(json, voucher);
        if (json.Length > VoucherLimits.VoucherBytesMax)
        {
            received.Reject(LogRefusals.LargeVoucher(at.ToString(), voucher.Id), ordinal);
            return;
        }

        // What the ERP sent has passed the parser; what was made here has not, and a voucher that cannot be read back would block its whole day.
        if (request.Kind != CommitKind.Vouchers)
            VoucherJsonParser.Parse(json.Written);

        var id = VoucherHash.OfId(voucher.Id);
        var content = Hash(isFirstSight);
        var (part, period, day) = Target(voucher);
        part.IsAddressed = true;
        var known = seen.Find(id);
        var before = known == IdTable<Seen>.None ? Locate(id) : seen.At(known).Before;
        var now = known == IdTable<Seen>.None ? (before.Length == 1 ? before[0] : null) : (Place?)seen.At(known).Now;
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
            TakeSealed(part, now, content, head, new BatchAnswer.OrdinalRejection(ordinal, LogRefusals.Sealed(at.ToString(), voucher.Id, head)));
            return;
        }

        var place = new Place(part, day, content, ErpHash(now, content), isSettling && now is { } old ? old.Kind : request.Kind);
        // Chunks are applied, and read back, in order of number: the earlier version must have the lower one.
        if (known != IdTable<Seen>.None && seen.At(known).Now is var earlier && (earlier.Part != part || earlier.Day != day))
            await earlier.Part.Staging.FlushAsync(earlier.Day, cancellationToken);
        Remember(id, known, before, place, voucher);
        var record = new ChunkRecord { Id = id, Content = content, Erp = place.Erp, Lines = voucher.Lines.Count, Kind = place.Kind };
        await part.Staging.AddAsync(day, json.Written, record, at, ordinal, cancellationToken);
        if (Buffered() > store.Options.BufferBytesMax)
            await parts.MaxBy(p => p.Staging.Buffered)!.Staging.FlushLargestAsync(cancellationToken);
    }

    // Loops and no closures here and below, where every voucher asks.
    private long Buffered()
    {
        var bytes = 0L;
        foreach (var part in parts)
            bytes += part.Staging.Buffered;
        return bytes;
    }

    private UInt128 Hash(bool isFirstSight)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.Written, hash);
        if (isFirstSight)
            received.Add(hash);
        return VoucherHash.Truncate(hash);
    }

    private (Part Part, Period Period, DateOnly Day) Target(Voucher voucher)
    {
        if (voucher.Date.Value is { } day && request.Company.YearOf(day) is { } year)
            return (PartOf(year), Period.Of(day), day);
        return (parts[^1], Drawer.Period, Drawer.Day);
    }

    private Part PartOf(FiscalYear year)
    {
        foreach (var part in parts)
        {
            if (part.Year?.Start == year.Start)
                return part;
        }

        throw new InvalidOperationException("The company has a fiscal year that the log was not opened for.");
    }

    private Place[] Locate(UInt128 id)
    {
        Place[] places = [];
        foreach (var part in parts)
        {
            if (part.Index.TryFind(id, out var hit))
                places = [.. places, new Place(part, hit.Chunk.Day, hit.Entry.Content, hit.Entry.Erp, hit.Entry.Kind)];
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

    private static MonthHead? FindSealed(Part part, Period period, Place[] before)
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

        SealedMonth ??= head;
        part.Rejected.Add(rejection);
    }

    private void Remember(UInt128 id, int known, Place[] before, Place place, Voucher voucher)
    {
        if (known == IdTable<Seen>.None)
        {
            var isFromErp = request.Kind == CommitKind.Vouchers && !isSettling;
            ref var added = ref seen.Add(id);
            (added.Before, added.Now) = (before, place);
            added.RepairedId = isFromErp && before.Any(static one => one.IsRepaired) ? voucher.Id : null;
            return;
        }

        ref var entry = ref seen.At(known);
        var earlier = entry.Now;
        entry.Now = place;
        if (earlier.Part != place.Part)
        {
            wanderers[id] = place.Part;
            earlier.Part.NeedsRestage = true;
            entry.Earlier = null;
            place.Part.NeedsRestage = true;
            return;
        }

        if (earlier.Period != place.Period)
            (entry.Earlier ??= []).Add((earlier.Period, earlier.Day));
        entry.Earlier?.RemoveAll(other => other.Period == place.Period);
    }
}
