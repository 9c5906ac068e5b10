using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>What became of an upload: received = stored + unchanged + rejectedCount.</summary>
public sealed record ImportResult
{
    /// <summary>Of rejected rows and superseded repairs the result names so many; all of the rows stand in the upload's list.</summary>
    public const int ListedMost = 100;

    public required string Upload { get; init; }

    /// <summary>Vouchers are stored in so many steps, each of them whole or not at all.</summary>
    public required int Batches { get; init; }

    public required long Received { get; init; }

    public required long Stored { get; init; }

    public required long Unchanged { get; init; }

    public required long Undated { get; init; }

    public required long RejectedCount { get; init; }

    /// <summary>The first of them, in order of arrival.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    public required long SupersededRepairCount { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<string> SupersededRepairs { get; init; }

    /// <summary>The months that moved, with their last revisions.</summary>
    public required IReadOnlyList<MonthRevision> Periods { get; init; }

    public static ImportResult Empty(string upload) => new()
    {
        Upload = upload,
        Batches = 0,
        Received = 0,
        Stored = 0,
        Unchanged = 0,
        Undated = 0,
        RejectedCount = 0,
        Rejected = [],
        SupersededRepairCount = 0,
        SupersededRepairs = [],
        Periods = [],
    };

    public ImportResult With(AppendResult batch) => this with
    {
        Batches = Batches + 1,
        Received = Received + batch.Received,
        Stored = Stored + batch.Stored,
        Unchanged = Unchanged + batch.Unchanged,
        Undated = Undated + batch.Undated,
        RejectedCount = RejectedCount + batch.Rejected.Count,
        Rejected = [.. Rejected, .. batch.Rejected.Take(ListedMost - Rejected.Count)],
        SupersededRepairCount = SupersededRepairCount + batch.SupersededRepairs.Count,
        SupersededRepairs = [.. SupersededRepairs, .. batch.SupersededRepairs.Take(ListedMost - SupersededRepairs.Count)],
        Periods = [.. Periods.Concat(batch.Periods).GroupBy(month => month.Period).Select(month => month.MaxBy(revision => revision.Revision)!).OrderBy(month => month.Period)],
    };
}
