using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants;

/// <summary>Somebody else acts right before this process's n-th look into the books.</summary>
internal sealed class Watch(int look, Func<Task> act) : Plant
{
    private WatchedTable? table;

    public bool HasActed => table!.HasActed;

    public override ITable Table(ITable inner) => table = new WatchedTable(inner, look, act);
}
