using EDefter.Storage.Tables;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A missing ETag: conditions are forgotten, the last writer wins.</summary>
internal sealed class WithoutETags : Plant
{
    public override ITable Table(ITable table) => Storage.Mutants.WithoutETags(table);
}
