using System.Runtime.InteropServices;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Days that follow one another, with their vouchers.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayRun(DateOnly From, DateOnly To, long Vouchers);
