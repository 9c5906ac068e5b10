using System.Buffers;
using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>
/// Holds each voucher of a request against the log as it stands: unchanged, sealed, or new, and then staged in the partition of its date. What was judged
/// may be judged again, where the log has moved on.
/// </summary>
internal sealed class AppendJudge(LogStore store, AppendRequest request, IReadOnlyList<Part> parts, bool isSettling, Received received)
{
    private readonly Dictionary<UInt128, Seen> seen = [];

    // Ids that came for more than one partition, and the one that their last version is for; the earlier versions are not written at all.
    private readonly Dictionary<UInt128, Part> wanderers = [];
    private readonly ArrayBufferWriter<byte> json = new(4096);

    /// <summary>The first sealed month that something was kept out of.</summary>
    public MonthHead? SealedMonth { get; private set; }

    /// <summary>Ids that the log did not hold in one place exactly, each with the partition that its last version goes to.</summary>
    public IEnumerable<(UInt128 Id, Part Part)> Arrivals => seen.Where(static entry => entry.Value.Before.Length != 1).Select(static entry => (entry.Key, entry.Value.Now.Part));

    /// <summary>What is stored in a partition.</summary>
    public IEnumerable<(UInt128 Id, Seen Seen)> StoredIn(Part part) => seen.Where(entry => entry.Value.Now.Part == part).Select(static entry => (entry.Key, entry.Value));

    public Task TakeAsync(Voucher voucher, string at, long ordinal, CancellationToken cancellationToken) => TakeAsync(voucher, at, ordinal, isFirstSight: true, cancellationToken);

    /// <summary>Does everything that was judged for a partition still hold against the log as it was opened last?</summary>
    public bool StillHolds(Part part)
    {
        foreach (var (id, entry) in StoredIn(part))
        {
            if (!entry.Before.AsSpan().SequenceEqual(Locate(id)) || FindSealed(part, entry.Now.Period, entry.Before) is not null)
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
                    await TakeAsync(vouchers[i], chunk.Places[i].At, chunk.Places[i].Ordinal, isFirstSight: false, cancellationToken);
            }
        }

        await part.Staging.CompleteAsync(cancellationToken);
    }

    private async Task TakeAsync(Voucher voucher, string at, long ordinal, bool isFirstSight, CancellationToken cancellationToken)
    {
        json.ResetWrittenCount();
        VoucherJsonWriter.Write(json, voucher);
        if (json.WrittenCount > VoucherLimits.VoucherBytesMax)
        {
            received.Reject(LogRefusals.LargeVoucher(at, voucher.Id), ordinal);
            return;
        }

        // What the ERP sent has passed the parser; what was made here has not, and a voucher that cannot be read back would block its whole day.
        if (request.Kind != CommitKind.Vouchers)
            VoucherJsonParser.Parse(json.WrittenSpan);

        var id = VoucherHash.OfId(voucher.Id);
        var content = Hash(isFirstSight);
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

    private UInt128 Hash(bool isFirstSight)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.WrittenSpan, hash);
        if (isFirstSight)
            received.Add(hash);
        return VoucherHash.Truncate(hash);
    }

    private (Part Part, Period Period, DateOnly Day) Target(Voucher voucher)
    {
        if (voucher.Date.Value is { } day && request.Company.YearOf(day) is { } year)
            return (parts.First(part => part.Year?.Start == year.Start), Period.Of(day), day);
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
}
