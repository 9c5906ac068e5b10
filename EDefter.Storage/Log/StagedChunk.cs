using EDefter.Core.Reading;

namespace EDefter.Storage.Log;

/// <summary>A chunk and its records.</summary>
internal sealed record StagedChunk(ChunkRef Ref, ChunkRecord[] Records)
{
    /// <summary>Where each voucher stood in what was sent, and its ordinal; empty for a chunk that was read back.</summary>
    public (RowPlace Place, long Ordinal)[] Places { get; init; } = [];
}
