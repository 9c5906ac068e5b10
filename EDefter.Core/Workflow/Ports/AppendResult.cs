using EDefter.Core.Reading;

namespace EDefter.Core.Workflow.Ports;

/// <summary>What became of a request's rows: received = stored + unchanged + rejected.</summary>
public sealed record AppendResult
{
    /// <summary>Identity of the batch, derived from its content.</summary>
    public required string Batch { get; init; }

    public required long Received { get; init; }

    public required long Stored { get; init; }

    /// <summary>Equal to the ERP's last version; a repair made here stays.</summary>
    public required long Unchanged { get; init; }

    /// <summary>All of them, in order of arrival.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    /// <summary>The months that moved, with their new revisions.</summary>
    public required IReadOnlyList<MonthRevision> Periods { get; init; }

    /// <summary>Vouchers that went to the undated drawer.</summary>
    public long Undated { get; init; }

    /// <summary>Voucher ids whose repair was superseded by what the ERP sent.</summary>
    public IReadOnlyList<string> SupersededRepairs { get; init; } = [];

    /// <summary>Set for a bound append that was refused as a whole (<c>revision-moved</c>, <c>month-sealed</c>); nothing was written then.</summary>
    public Refusal? Refusal { get; init; }
}
