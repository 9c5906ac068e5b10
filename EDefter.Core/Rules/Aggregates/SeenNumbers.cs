using System.Runtime.InteropServices;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// The fiş numbers of one kind, each with the last voucher that carries it and how many do, in the order in which they were first seen. Sixty bytes a number, in pages that never move: a
/// dictionary of strings takes three times as much, and as much again whenever it grows. Numbers are compared as texts; their hash only finds them.
/// </summary>
internal sealed class SeenNumbers(VoucherKind kind)
{
    private const int PageSlots = 1024;
    private const int BucketsFirst = 256;
    private const int None = -1;

    private readonly TextPages texts = new();
    private readonly List<Slot[]> pages = [];
    private int[] buckets = NewBuckets(BucketsFirst);

    public int Count { get; private set; }

    /// <summary>Adds vouchers of a number.</summary>
    /// <param name="number">Fiş no.</param>
    /// <param name="id">The last of them.</param>
    /// <param name="date">Its date.</param>
    /// <param name="count">How many.</param>
    public void Add(string number, string id, DateOnly date, int count)
    {
        var key = MonthAggregates.NumberKey(kind, number);
        for (var at = buckets[BucketOf(key)]; at != None; at = At(at).Next)
        {
            ref var slot = ref At(at);
            if (slot.Key != key || !texts.Holds(slot.Number, number))
                continue;
            slot.Count += count;
            if (IsLater(date, id, in slot))
                (slot.Day, slot.Id) = (date.DayNumber, texts.Add(id));
            return;
        }

        AddNew(new Slot { Key = key, Number = texts.Add(number), Id = texts.Add(id), Day = date.DayNumber, Count = count });
    }

    /// <summary>Identities of the numbers (<see cref="MonthAggregates.NumberKey"/>), in ascending order.</summary>
    public ulong[] Keys()
    {
        var keys = new ulong[Count];
        for (var at = 0; at < keys.Length; at++)
            keys[at] = At(at).Key;
        Array.Sort(keys);
        return keys;
    }

    /// <summary>Numbers that several vouchers carry, or that are wanted.</summary>
    /// <param name="wanted">By identity.</param>
    public List<SeenNumber> Where(Func<ulong, bool> wanted)
    {
        var found = new List<SeenNumber>();
        for (var at = 0; at < Count; at++)
        {
            ref var slot = ref At(at);
            if (slot.Count > 1 || wanted(slot.Key))
                found.Add(NumberOf(in slot));
        }

        return found;
    }

    /// <summary>All of them, in the order in which they were first seen.</summary>
    public IEnumerable<SeenNumber> All()
    {
        for (var at = 0; at < Count; at++)
            yield return NumberOf(in At(at));
    }

    private bool IsLater(DateOnly date, string id, in Slot than) =>
        date.DayNumber > than.Day || (date.DayNumber == than.Day && string.CompareOrdinal(id, texts.Read(than.Id)) > 0);

    private SeenNumber NumberOf(in Slot slot) => new(slot.Key, texts.Read(slot.Number), texts.Read(slot.Id), DateOnly.FromDayNumber(slot.Day), slot.Count);

    private void AddNew(Slot slot)
    {
        if (Count == buckets.Length)
            Grow();
        if (Count / PageSlots == pages.Count)
            pages.Add(new Slot[PageSlots]);
        slot.Next = buckets[BucketOf(slot.Key)];
        buckets[BucketOf(slot.Key)] = Count;
        At(Count++) = slot;
    }

    private void Grow()
    {
        buckets = NewBuckets(buckets.Length * 2);
        for (var at = 0; at < Count; at++)
        {
            ref var slot = ref At(at);
            slot.Next = buckets[BucketOf(slot.Key)];
            buckets[BucketOf(slot.Key)] = at;
        }
    }

    private ref Slot At(int at) => ref pages[at / PageSlots][at % PageSlots];

    private int BucketOf(ulong key) => (int)(key & (ulong)(buckets.Length - 1));

    private static int[] NewBuckets(int count)
    {
        var empty = new int[count];
        Array.Fill(empty, None);
        return empty;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public ulong Key;

        /// <summary>A place in the texts.</summary>
        public int Number;

        /// <summary>A place in the texts.</summary>
        public int Id;
        public int Day;
        public int Count;

        /// <summary>The next slot of the bucket.</summary>
        public int Next;
    }
}
