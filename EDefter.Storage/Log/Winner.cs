using System.Runtime.InteropServices;

namespace EDefter.Storage.Log;

/// <summary>The winning version of a voucher, by its place in a chunk.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Winner(UInt128 Id, IndexEntry Entry);
