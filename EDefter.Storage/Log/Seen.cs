using System.Runtime.InteropServices;
using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>A voucher that this request stores: where its last version goes, and what the log held when that was decided.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Seen : IIdSlot
{
    public UInt128 Id { get; set; }

    public int Next { get; set; }

    /// <summary>Where the log held it live before the request; normally none or one.</summary>
    public Place[] Before { get; set; }

    /// <summary>The voucher's id when what the ERP sent meets a repair; else null, for most vouchers meet none.</summary>
    public string? RepairedId { get; set; }

    /// <summary>The last version of the request.</summary>
    public Place Now { get; set; }

    /// <summary>Months of the same partition that hold an earlier version of the same request.</summary>
    public List<(Period Period, DateOnly Day)>? Earlier { get; set; }
}
