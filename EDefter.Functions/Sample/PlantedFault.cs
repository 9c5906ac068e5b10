namespace EDefter.Functions.Sample;

/// <summary>A mistake that was put into the sample month on purpose, and what must be found because of it.</summary>
/// <param name="Rule">Code of the rule that speaks.</param>
/// <param name="VoucherId">The faulty voucher; null for a fault of the chart of accounts.</param>
/// <param name="Lines">1-based lines the rule speaks of, one finding each; empty when it speaks once, of the head.</param>
/// <param name="Description">Turkish: what is wrong.</param>
/// <param name="Mending">How it goes away.</param>
public sealed record PlantedFault(string Rule, string? VoucherId, IReadOnlyList<int> Lines, string Description, FaultMending Mending);
