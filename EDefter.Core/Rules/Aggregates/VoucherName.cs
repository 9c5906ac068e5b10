namespace EDefter.Core.Rules.Aggregates;

/// <summary>What is left of a voucher when its lines are forgotten.</summary>
/// <param name="Id">The ERP's id.</param>
/// <param name="Number">Fiş no.</param>
/// <param name="Date">Its date.</param>
public sealed record VoucherName(string Id, string? Number, DateOnly Date)
{
    /// <summary>What people call it.</summary>
    public string Name => string.IsNullOrWhiteSpace(Number) ? Id : Number;
}
