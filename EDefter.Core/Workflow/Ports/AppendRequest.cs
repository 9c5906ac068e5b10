using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Vouchers on their way into the log.</summary>
public sealed record AppendRequest
{
    public required BookId Book { get; init; }

    /// <summary>Fiscal years decide in which partition a voucher lives; a day that none covers goes to the drawer.</summary>
    public required Company Company { get; init; }

    public required CommitKind Kind { get; init; }

    public required Actor Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The caller's key for this request: the same key with the same content finds the first answer again.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>For repair and undo: the revision the plan was made of; the append is refused (<c>revision-moved</c>) when the month has moved. Null for the ERP's own posts, which retry inside.</summary>
    public IReadOnlyDictionary<Period, long>? ExpectedRevisions { get; init; }

    /// <summary>Rows of the same fiscal year that must change in the same transaction (a repair run's state).</summary>
    public IReadOnlyList<BookNote> Notes { get; init; } = [];
}
