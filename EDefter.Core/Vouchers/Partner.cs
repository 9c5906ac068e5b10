namespace EDefter.Core.Vouchers;

/// <summary>The cari (customer or supplier) of a line.</summary>
public sealed record Partner
{
    /// <summary>VKN or TCKN: always text, may start with 0.</summary>
    public string? TaxId { get; init; }

    public string? Name { get; init; }

    public string? Extra { get; init; }
}
