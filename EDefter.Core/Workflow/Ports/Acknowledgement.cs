using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>
/// A person's word that a warning was looked at and may stand: of one voucher, of one rule in a month, or of one rule in the whole book.
/// Kept for good; nothing but <see cref="Withdrawn"/> is ever added to it.
/// </summary>
public sealed record Acknowledgement
{
    /// <summary>Derived from what is said, so that saying it again finds it.</summary>
    public required string Id { get; init; }

    public required string Rule { get; init; }

    /// <summary>The ERP's id of the voucher; null when it is about all findings of the rule.</summary>
    public string? VoucherId { get; init; }

    /// <summary>1-based line of the voucher; null for all of them.</summary>
    public int? Line { get; init; }

    /// <summary>The month; null: every month, or a voucher without one.</summary>
    public Period? Period { get; init; }

    /// <summary>Content hash of the voucher that was looked at: another version of it must be looked at again.</summary>
    public string? Content { get; init; }

    public required string Note { get; init; }

    /// <summary>The last day on which it holds; null: without an end.</summary>
    public DateOnly? Until { get; init; }

    public required string By { get; init; }

    /// <summary>The key that was used.</summary>
    public required string KeyId { get; init; }

    public required DateTimeOffset At { get; init; }

    public Withdrawal? Withdrawn { get; init; }
}
