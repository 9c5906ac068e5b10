using System.Runtime.InteropServices;
using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>A voucher to be taken out of a month.</summary>
/// <param name="Id">Hash of its id.</param>
/// <param name="Period">The month.</param>
/// <param name="Day">The day that it stood on.</param>
/// <param name="IsMoved">It lives on in another month.</param>
/// <param name="WasLive">It counts among the month's live vouchers; not so for an earlier version of the same request.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tombstone(UInt128 Id, Period Period, DateOnly Day, bool IsMoved, bool WasLive);
