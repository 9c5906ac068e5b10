namespace EDefter.Core.Vouchers;

/// <summary>One of the entries that a divided voucher becomes.</summary>
/// <param name="Voucher">The entry as a voucher of its own: the ERP's id, fiş no with the part behind it, its own document and lines.</param>
/// <param name="Number">Which part, counted from 1.</param>
/// <param name="LineNumbers">For each of its lines the 1-based place in the stored voucher.</param>
public sealed record VoucherPart(Voucher Voucher, int Number, IReadOnlyList<int> LineNumbers);
