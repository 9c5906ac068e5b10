using System.Text.Json.Serialization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Ports;

/// <summary>What the log keeps of a month: one row, moved only in a conditional transaction.</summary>
public sealed record MonthHead
{
    public required Period Period { get; init; }

    /// <summary>Grows by one with every commit that touches the month; 0 for a month that nothing was ever written to.</summary>
    public required long Revision { get; init; }

    /// <summary>Live vouchers of the month, cancelled ones included.</summary>
    public required long Vouchers { get; init; }

    /// <summary>The revision of the last commit that changed vouchers; null in a head from before this was kept.</summary>
    public long? VouchersAt { get; init; }

    /// <summary>Identity of the month's vouchers: it stays while the month is checked, numbered, archived and filed. Never smaller than the last change of a voucher.</summary>
    [JsonIgnore]
    public long VouchersRevision => VouchersAt ?? Revision;

    /// <summary>Where the digest of the month's vouchers lies, whatever vouchers it was made of.</summary>
    public DigestStamp? Digest { get; init; }

    /// <summary>The last check, whatever revision it saw.</summary>
    public CheckStamp? Check { get; init; }

    /// <summary>Set while the month is numbered.</summary>
    public NumberingStamp? Numbering { get; init; }

    /// <summary>The archives made of the present numbering, oldest first.</summary>
    public IReadOnlyList<string> Archives { get; init; } = [];

    public FiledStamp? Filed { get; init; }

    /// <summary>Every time a filing was revoked, oldest first.</summary>
    public IReadOnlyList<RevocationStamp> Revocations { get; init; } = [];

    /// <summary>The month's live vouchers, gathered in full chunks; the log's own business.</summary>
    public PackStamp? Pack { get; init; }

    public SourceCount? SourceCount { get; init; }

    /// <summary>Blob with the ERP's mizan of the month, content-named; null when never sent.</summary>
    public string? TrialBalance { get; init; }

    /// <summary>Blob with the opening balances of the fiscal year that begins with this month, content-named; null when never sent.</summary>
    public string? OpeningBalances { get; init; }

    /// <summary>Nothing may land in a sealed month.</summary>
    [JsonIgnore]
    public bool IsSealed => Numbering is not null || Filed is not null;

    /// <summary>The head after an act that changes no voucher: one revision on, its check still good.</summary>
    public MonthHead Moved() => this with { Revision = Revision + 1, VouchersAt = VouchersRevision, Check = Check?.Revision == Revision ? Check with { Revision = Revision + 1 } : Check };

    [JsonIgnore]
    public MonthState State => this switch
    {
        { Filed: not null } => MonthState.Filed,
        { Numbering: not null, Archives.Count: > 0 } => MonthState.Archived,
        { Numbering: not null } => MonthState.Numbered,
        { Check: { } check } when check.Revision == Revision => check.Errors == 0 ? MonthState.Clean : MonthState.Faulty,
        _ => MonthState.Open,
    };
}
