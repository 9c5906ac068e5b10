using System.Runtime.InteropServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>
/// The live vouchers of a month by the hash of their id. Sixty bytes a voucher, in pages that never move: a dictionary of the same would take twice as
/// much, and twice that again whenever it grows. Not safe for concurrent use.
/// </summary>
internal sealed class LiveTable
{
    private const int PageSlots = 1024;
    private const int BucketsFirst = 256;
    private const byte RepairedFlag = 0x80;
    private const int None = -1;

    private readonly List<Slot[]> pages = [];

    // Where a repair wins, the ERP's last word is another content.
    private readonly Dictionary<UInt128, UInt128> erp = [];
    private int[] buckets = NewBuckets(BucketsFirst);
    private int used;
    private int free = None;

    public int Count { get; private set; }

    public bool TryFind(UInt128 id, out IndexEntry entry)
    {
        for (var at = buckets[BucketOf(id)]; at != None; at = At(at).Next)
        {
            if (At(at).Id != id)
                continue;
            entry = EntryOf(in At(at));
            return true;
        }

        entry = default;
        return false;
    }

    public IEnumerable<KeyValuePair<UInt128, IndexEntry>> Entries
    {
        get
        {
            for (var at = 0; at < used; at++)
            {
                var slot = At(at);
                if (slot.Chunk != None)
                    yield return new KeyValuePair<UInt128, IndexEntry>(slot.Id, EntryOf(in slot));
            }
        }
    }

    public void Set(UInt128 id, IndexEntry entry)
    {
        ref var slot = ref Claim(id);
        slot.Content = entry.Content;
        slot.Sequence = checked((uint)entry.Sequence);
        slot.Chunk = entry.Chunk;
        slot.Position = entry.Position;
        slot.Kind = (byte)entry.Kind;
        if (entry.Erp == entry.Content)
        {
            erp.Remove(id);
            return;
        }

        slot.Kind |= RepairedFlag;
        erp[id] = entry.Erp;
    }

    public void Remove(UInt128 id)
    {
        var before = None;
        for (var at = buckets[BucketOf(id)]; at != None; before = at, at = At(at).Next)
        {
            ref var slot = ref At(at);
            if (slot.Id != id)
                continue;
            if (before == None)
                buckets[BucketOf(id)] = slot.Next;
            else
                At(before).Next = slot.Next;
            (slot.Chunk, slot.Next) = (None, free);
            free = at;
            Count--;
            erp.Remove(id);
            return;
        }
    }

    private ref Slot Claim(UInt128 id)
    {
        for (var known = buckets[BucketOf(id)]; known != None; known = At(known).Next)
        {
            if (At(known).Id == id)
                return ref At(known);
        }

        if (Count == buckets.Length)
            Grow();
        var at = free;
        if (at != None)
            free = At(at).Next;
        else
            at = used++;
        if (at / PageSlots == pages.Count)
            pages.Add(new Slot[PageSlots]);
        ref var slot = ref At(at);
        slot.Id = id;
        slot.Next = buckets[BucketOf(id)];
        buckets[BucketOf(id)] = at;
        Count++;
        return ref slot;
    }

    private void Grow()
    {
        buckets = NewBuckets(buckets.Length * 2);
        for (var at = 0; at < used; at++)
        {
            ref var slot = ref At(at);
            if (slot.Chunk == None)
                continue;
            slot.Next = buckets[BucketOf(slot.Id)];
            buckets[BucketOf(slot.Id)] = at;
        }
    }

    private IndexEntry EntryOf(in Slot slot)
    {
        var isRepaired = (slot.Kind & RepairedFlag) != 0;
        return new IndexEntry(slot.Content, isRepaired ? erp[slot.Id] : slot.Content, slot.Sequence, slot.Chunk, slot.Position, (CommitKind)(slot.Kind & ~RepairedFlag));
    }

    private ref Slot At(int at) => ref pages[at / PageSlots][at % PageSlots];

    // An id is the beginning of a SHA-256: any bits of it are as good as a hash.
    private int BucketOf(UInt128 id) => (int)((ulong)id & (ulong)(buckets.Length - 1));

    private static int[] NewBuckets(int count)
    {
        var empty = new int[count];
        Array.Fill(empty, None);
        return empty;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public UInt128 Id;
        public UInt128 Content;
        public uint Sequence;

        /// <summary><see cref="None"/> for a slot that is free.</summary>
        public int Chunk;

        /// <summary>The next slot of the bucket, or the next free one.</summary>
        public int Next;
        public ushort Position;
        public byte Kind;
    }
}
