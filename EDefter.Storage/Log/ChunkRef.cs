using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>A chunk of the log, by its key.</summary>
internal sealed record ChunkRef(DateOnly Day, string Staging, int Number)
{
    public string Key => LogKeys.Chunk(Day, Staging, Number);

    public Period Period => Day == Drawer.Day ? Drawer.Period : Period.Of(Day);
}
