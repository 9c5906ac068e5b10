using System.Runtime.InteropServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>The live vouchers of a month by the hash of their id, sixty bytes a voucher. Not safe for concurrent use.</summary>
internal sealed class LiveTable
{
    private const byte RepairedFlag = 0x80;

    private readonly IdTable<Slot> slots = new();

    // Where a repair wins, the ERP's last word is another content.
    private readonly Dictionary<UInt128, UInt128> erp = [];

    public int Count => slots.Count;

    public IEnumerable<KeyValuePair<UInt128, IndexEntry>> Entries => slots.Places.Select(place => new KeyValuePair<UInt128, IndexEntry>(slots.At(place).Id, EntryOf(in slots.At(place))));

    public bool TryFind(UInt128 id, out IndexEntry entry)
    {
        var place = slots.Find(id);
        entry = place == IdTable<Slot>.None ? default : EntryOf(in slots.At(place));
        return place != IdTable<Slot>.None;
    }

    public void Set(UInt128 id, IndexEntry entry)
    {
        var known = slots.Find(id);
        ref var slot = ref known == IdTable<Slot>.None ? ref slots.Add(id) : ref slots.At(known);
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
        slots.Remove(id);
        erp.Remove(id);
    }

    private IndexEntry EntryOf(in Slot slot)
    {
        var isRepaired = (slot.Kind & RepairedFlag) != 0;
        return new IndexEntry(slot.Content, isRepaired ? erp[slot.Id] : slot.Content, slot.Sequence, slot.Chunk, slot.Position, (CommitKind)(slot.Kind & ~RepairedFlag));
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot : IIdSlot
    {
        public UInt128 Content;
        public uint Sequence;
        public int Chunk;
        public ushort Position;
        public byte Kind;

        public UInt128 Id { get; set; }

        public int Next { get; set; }
    }
}
