using System.Runtime.InteropServices;

namespace EDefter.Core.Workflow.Ports;

/// <summary>How many live vouchers a day has, cancelled ones included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayCount(DateOnly Day, int Vouchers);
