using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>What a request was told about its vouchers of one partition; kept with the commit, so that the same request finds it again.</summary>
internal sealed record BatchAnswer
{
    public required long Stored { get; init; }

    public required long Unchanged { get; init; }

    public required long Undated { get; init; }

    /// <summary>With the ordinal of arrival, so that the answers of several partitions can be told in one order.</summary>
    public required IReadOnlyList<OrdinalRejection> Rejected { get; init; }

    public required IReadOnlyList<string> SupersededRepairs { get; init; }

    public required IReadOnlyList<MonthRevision> Periods { get; init; }

    internal sealed record OrdinalRejection(long Ordinal, RejectedRow Row);
}
