using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>A supplier's document that is booked more than once in the fiscal year.</summary>
/// <param name="TaxId">The supplier.</param>
/// <param name="Number">The document's number.</param>
/// <param name="Vouchers">The vouchers of the range that book it, in the order of date, fiş no and id.</param>
/// <param name="Earlier">Earlier months that booked it too.</param>
public sealed record BookedDocument(string TaxId, string Number, IReadOnlyList<VoucherName> Vouchers, IReadOnlyList<Period> Earlier);
