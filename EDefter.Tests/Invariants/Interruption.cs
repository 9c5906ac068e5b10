using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants;

/// <summary>Somebody else acts right before this process's n-th write to the books; the mutant's own table lies below.</summary>
internal sealed class Interruption(Plant below, int write, Func<Task> act) : Plant
{
    private InterruptedTable? table;

    public bool HasActed => table!.HasActed;

    public override ITable Table(ITable inner) => table = new InterruptedTable(below.Table(inner), write, act);

    public override IBlobs Blobs(IBlobs blobs) => below.Blobs(blobs);

    public override IVoucherLog Log(IVoucherLog log) => below.Log(log);
}
