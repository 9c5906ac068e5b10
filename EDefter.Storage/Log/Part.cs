using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>One partition's share of a request.</summary>
internal sealed class Part
{
    public required string Partition { get; init; }

    /// <summary>Null = the undated drawer.</summary>
    public required FiscalYear? Year { get; init; }

    public required PartitionState State { get; set; }

    public required PartitionIndex Index { get; set; }

    public required Staging Staging { get; set; }

    /// <summary>The sequence that the request began with; part of the batch's identity when the caller gave no key.</summary>
    public required long BaseSequence { get; init; }

    /// <summary>Something of the request was dated here, stored or not.</summary>
    public bool IsAddressed { get; set; }

    public long Unchanged { get; set; }

    /// <summary>Versions that a later version in the same request took to another partition before anything was written.</summary>
    public long Skipped { get; set; }

    public List<BatchAnswer.OrdinalRejection> Rejected { get; } = [];

    /// <summary>What was staged no longer fits the log, or a later version left for another partition.</summary>
    public bool NeedsRestage { get; set; }

    /// <summary>Set once this partition's share is committed, by this request or by an earlier sending of it.</summary>
    public BatchAnswer? Answer { get; set; }

    public bool HasStaged => Staging.Chunks.Count > 0;

    public bool IsDrawer => Year is null;
}
