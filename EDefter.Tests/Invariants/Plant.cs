using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Uploads;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Invariants;

/// <summary>What a mutant changes between the application and its storage; this one changes nothing. Each process has one of its own.</summary>
internal class Plant
{
    /// <summary>How uploads are imported.</summary>
    public virtual ImportOptions Import => new();

    public virtual ITable Table(ITable table) => table;

    public virtual IBlobs Blobs(IBlobs blobs) => blobs;

    public virtual IJobs Jobs(IJobs jobs) => jobs;

    public virtual IVoucherLog Log(IVoucherLog log) => log;
}
