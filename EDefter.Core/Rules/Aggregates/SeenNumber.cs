using System.Runtime.InteropServices;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>A fiş no of one kind and the vouchers that carry it.</summary>
/// <param name="Key">Its identity (<see cref="MonthAggregates.NumberKey"/>).</param>
/// <param name="Number">Fiş no.</param>
/// <param name="Id">The last voucher that carries it, by date and id.</param>
/// <param name="Date">Its date.</param>
/// <param name="Count">How many carry it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeenNumber(ulong Key, string Number, string Id, DateOnly Date, int Count);
