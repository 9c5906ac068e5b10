namespace EDefter.Core.Rules;

/// <summary>Something wrong with the data: a value, told with its place, the user's own values and what to do.</summary>
public sealed record Finding
{
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The ERP's id; null for a finding about the company or the month.</summary>
    public string? VoucherId { get; init; }

    public string? VoucherNumber { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>1-based line of the voucher, or null.</summary>
    public int? Line { get; init; }

    /// <summary>Member of the voucher or company, as on the wire: <c>document.type</c>, <c>balance</c>.</summary>
    public string? Field { get; init; }

    /// <summary>Turkish, with the user's values filled in.</summary>
    public required string Message { get; init; }

    public required string Remedy { get; init; }

    public required string Source { get; init; }

    /// <summary>The values that the message was filled with, as shown.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public RepairClass RepairClass { get; init; }

    /// <summary>Where the fault probably comes from: Turkish sentences with figures, the likeliest first; empty for most rules. They explain, they never decide.</summary>
    public IReadOnlyList<string> Trail { get; init; } = [];
}
