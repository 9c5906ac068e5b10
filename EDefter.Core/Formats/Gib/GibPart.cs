namespace EDefter.Core.Formats.Gib;

/// <summary>A month in one piece or a piece of it: whole entries of whole days or less, the same in the journal and in the ledger (Teknik Kılavuz 2.2).</summary>
internal sealed record GibPart
{
    /// <summary>0: the month in one piece; 1, 2, …</summary>
    public required int Number { get; init; }

    /// <summary>Running number of the part in the fiscal year, which its control numbers carry (Genel Açıklamalar 4.1.2).</summary>
    public required int Series { get; init; }

    /// <summary>First day covered: the month's, or the last day of the part before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day covered: that of the part's last entry; the month's last day in its last part.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Its entries; null where a document tells only sums.</summary>
    public PartStore? Content { get; init; }
}
