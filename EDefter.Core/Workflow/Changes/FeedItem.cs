using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Changes;

/// <summary>One change of one voucher, or of the chart of accounts, that the ERP should know of.</summary>
public sealed record FeedItem
{
    /// <summary><see cref="ChangeNumber"/>.</summary>
    public required long Seq { get; init; }

    /// <summary><c>number</c>, <c>unnumber</c>, <c>repair</c> or <c>undo</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The ERP's id; absent for names in the chart of accounts.</summary>
    public string? VoucherId { get; init; }

    public string? VoucherNumber { get; init; }

    public required Period Period { get; init; }

    /// <summary>Which entry of a divided voucher this is, counted from 1; absent for a voucher that is one entry.</summary>
    public int? Part { get; init; }

    /// <summary>Madde no that was given or taken back.</summary>
    public long? Number { get; init; }

    /// <summary>Satır no of its first line.</summary>
    public long? FirstLine { get; init; }

    public int? Lines { get; init; }

    /// <summary>The repair run.</summary>
    public string? Run { get; init; }

    /// <summary>What a repair changed, or what taking it back brought back, in order.</summary>
    public IReadOnlyList<FeedChange>? Changes { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the ERP said of it; absent until it says something.</summary>
    public FeedReceipt? Acknowledged { get; init; }
}
