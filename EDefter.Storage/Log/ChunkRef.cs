using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>A chunk of the log, by its key.</summary>
internal sealed record ChunkRef(DateOnly Day, string Staging, int Number)
{
    /// <summary>It is no chunk of the log but of a month that was gathered (<see cref="Compaction"/>).</summary>
    public bool IsPack { get; init; }

    public string Key => IsPack ? LogKeys.Pack(Staging, Day, Number) : LogKeys.Chunk(Day, Staging, Number);

    public Period Period => Drawer.PeriodOf(Day);
}
