using EDefter.Storage.Tables;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A commit before its chunks.</summary>
internal sealed class ChunksLast : Plant
{
    public override ITable Table(ITable table) => Storage.Mutants.CommitFirst(table);
}
