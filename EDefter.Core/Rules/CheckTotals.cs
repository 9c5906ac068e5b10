namespace EDefter.Core.Rules;

/// <summary>Control totals. Vouchers in the book only; amounts in lira.</summary>
public sealed record CheckTotals
{
    /// <summary>Vouchers in the book (cancelled ones are not).</summary>
    public long Vouchers { get; init; }

    public long Lines { get; init; }

    public decimal Debit { get; init; }

    public decimal Credit { get; init; }

    /// <summary>Vouchers that the log holds for the range, cancelled ones and the undated drawer included.</summary>
    public long Received { get; init; }

    /// <summary>Vouchers that passed through the rules; must equal <see cref="Received"/>.</summary>
    public long Processed { get; init; }

    public long Cancelled { get; init; }

    /// <summary>Vouchers of the undated drawer, shown in every check.</summary>
    public long Undated { get; init; }
}
