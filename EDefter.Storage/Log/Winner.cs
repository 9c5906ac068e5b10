using System.Runtime.InteropServices;

namespace EDefter.Storage.Log;

/// <summary>The winning version of a voucher, by its place in a chunk.</summary>
/// <param name="Position">Place in the chunk.</param>
/// <param name="Check">Some bits of its id and content: what lies at the place must be it.</param>
/// <param name="Sequence">The commit that it came with.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Winner(ushort Position, uint Check, uint Sequence)
{
    public static Winner Of(UInt128 id, IndexEntry entry) => new(entry.Position, CheckOf(id, entry.Content), checked((uint)entry.Sequence));

    public static uint CheckOf(UInt128 id, UInt128 content) => (uint)id ^ (uint)content;
}
