using System.Runtime.InteropServices;

namespace EDefter.Core.Formats.Gib;

/// <summary>Where a record lies in a <see cref="PartStore"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordPlace(int Chunk, int Offset, int Length);
