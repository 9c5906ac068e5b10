using System.Runtime.InteropServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>The winning version of one live voucher of a month.</summary>
/// <param name="Content">Hash of the winning version.</param>
/// <param name="Erp">Hash of the ERP's last version.</param>
/// <param name="Sequence">The commit that the winning version came with.</param>
/// <param name="Chunk">Place in the month's list of chunks.</param>
/// <param name="Position">Place in the chunk.</param>
/// <param name="Kind">What the winning version's commit was.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexEntry(UInt128 Content, UInt128 Erp, long Sequence, int Chunk, ushort Position, CommitKind Kind);
