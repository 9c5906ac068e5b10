using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Plants one kind of fault.</summary>
/// <param name="Rule">Code of the rule that must speak.</param>
/// <param name="Description">Turkish: what is wrong afterwards.</param>
/// <param name="Suits">Which clean vouchers it can be planted in.</param>
/// <param name="Plant">Clean voucher → faulty voucher of the same id.</param>
/// <param name="Lines">1-based lines that the rule will speak of in the faulty voucher; empty for the head.</param>
/// <param name="Decision">Turkish: what the bookkeeper does, when the fault is hers to decide; null when Muhasebe Bakım mends it.</param>
/// <param name="Choose">The candidate she chooses in the repair plan; null when the ERP sends the clean voucher again.</param>
public sealed record Planter(
    string Rule,
    string Description,
    Func<Voucher, bool> Suits,
    Func<Voucher, Voucher> Plant,
    Func<Voucher, IReadOnlyList<int>> Lines,
    string? Decision = null,
    string? Choose = null);
