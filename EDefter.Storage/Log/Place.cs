using System.Runtime.InteropServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>Where a voucher lives, and its winning version.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(Part Part, DateOnly Day, UInt128 Content, UInt128 Erp, CommitKind Kind)
{
    public Period Period => Drawer.PeriodOf(Day);

    /// <summary>Another content than the ERP's last word wins.</summary>
    public bool IsRepaired => Content != Erp;
}
