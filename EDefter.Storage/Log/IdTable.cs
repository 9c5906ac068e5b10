namespace EDefter.Storage.Log;

/// <summary>
/// Values by the hash of a voucher's id, in pages that never move: a dictionary of the same would take half as much again, and twice that whenever it grows;
/// and an object for each would burden the collector. Not safe for concurrent use.
/// </summary>
internal sealed class IdTable<TSlot>
    where TSlot : struct, IIdSlot
{
    /// <summary>No place.</summary>
    public const int None = -1;

    // A page is no large object: those the collector looks through only now and then.
    private const int PageSlots = 512;
    private const int BucketsFirst = 256;

    // Next of a slot that is free is this less the next free one, and so below None.
    private const int Free = -3;

    private readonly List<TSlot[]> pages = [];
    private int[] buckets = NewBuckets(BucketsFirst);
    private int used;
    private int free = None;

    public int Count { get; private set; }

    /// <summary>The values' places, in the order in which they came unless some were removed.</summary>
    public IEnumerable<int> Places
    {
        get
        {
            for (var place = 0; place < used; place++)
            {
                if (At(place).Next >= None)
                    yield return place;
            }
        }
    }

    public ref TSlot At(int place) => ref pages[place / PageSlots][place % PageSlots];

    /// <returns><see cref="None"/> when it is not there.</returns>
    public int Find(UInt128 id)
    {
        var place = buckets[BucketOf(id)];
        while (place != None && At(place).Id != id)
            place = At(place).Next;
        return place;
    }

    /// <summary>A place for an id that is not there; what stands in it is for the caller to set.</summary>
    public ref TSlot Add(UInt128 id)
    {
        if (Count == buckets.Length)
            Grow();
        var place = free;
        if (place == None)
            place = used++;
        else
            free = Free - At(place).Next;
        if (place / PageSlots == pages.Count)
            pages.Add(new TSlot[PageSlots]);
        ref var slot = ref At(place);
        slot.Id = id;
        Link(place);
        Count++;
        return ref slot;
    }

    public void Remove(UInt128 id)
    {
        var before = None;
        for (var place = buckets[BucketOf(id)]; place != None; before = place, place = At(place).Next)
        {
            ref var slot = ref At(place);
            if (slot.Id != id)
                continue;
            if (before == None)
                buckets[BucketOf(id)] = slot.Next;
            else
                At(before).Next = slot.Next;
            slot = new TSlot { Next = Free - free };
            free = place;
            Count--;
            return;
        }
    }

    private void Grow()
    {
        var places = Places.ToList();
        buckets = NewBuckets(buckets.Length * 2);
        foreach (var place in places)
            Link(place);
    }

    private void Link(int place)
    {
        ref var slot = ref At(place);
        ref var bucket = ref buckets[BucketOf(slot.Id)];
        (slot.Next, bucket) = (bucket, place);
    }

    // An id is the beginning of a SHA-256: any bits of it are as good as a hash.
    private int BucketOf(UInt128 id) => (int)((ulong)id & (ulong)(buckets.Length - 1));

    private static int[] NewBuckets(int count)
    {
        var empty = new int[count];
        Array.Fill(empty, None);
        return empty;
    }
}
