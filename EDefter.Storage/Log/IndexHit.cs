using System.Runtime.InteropServices;
using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>Where a live voucher was found.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexHit(Period Period, IndexEntry Entry, ChunkRef Chunk);
