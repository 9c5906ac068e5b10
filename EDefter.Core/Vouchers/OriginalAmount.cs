namespace EDefter.Core.Vouchers;

/// <summary>The amount in foreign currency that a line in Turkish lira was computed from.</summary>
public sealed record OriginalAmount
{
    /// <summary>ISO 4217 code as sent.</summary>
    public string? Currency { get; init; }

    /// <summary>Unit: <see cref="Currency"/>.</summary>
    public AmountField Amount { get; init; }

    /// <summary>Lira for one unit of <see cref="Currency"/>.</summary>
    public AmountField Rate { get; init; }

    public DateField RateDate { get; init; }

    public string? RateSource { get; init; }

    public string? RateComment { get; init; }

    public string? Extra { get; init; }
}
