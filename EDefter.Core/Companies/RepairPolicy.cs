namespace EDefter.Core.Companies;

/// <summary>What the company allows Muhasebe Bakım to fill in.</summary>
public sealed record RepairPolicy
{
    public string? RoundingAccount { get; init; }

    /// <summary>Turkish lira.</summary>
    public decimal RoundingCap { get; init; }

    /// <summary>Name written where a voucher has no user (FIS010), such as "MUHASEBE SERVİSİ".</summary>
    public string? EnteredByDefault { get; init; }

    /// <summary>ERP module → the document its vouchers rest on (BEL003, BEL004).</summary>
    public IReadOnlyDictionary<string, ModuleDocument> Modules { get; init; } = new Dictionary<string, ModuleDocument>(StringComparer.Ordinal);
}
