using EDefter.Core.Formats.Gib;

namespace EDefter.Core.Rehearsal;

/// <summary>What a document says of itself, so that the documents of a month can be held against each other.</summary>
public sealed record GibDocumentSummary
{
    public required string FileName { get; init; }

    public required GibDocument Document { get; init; }

    public long Bytes { get; init; }

    /// <summary>Control number: YEV202501000001.</summary>
    public string? ControlNumber { get; init; }

    public string? TaxId { get; init; }

    public string? PeriodStart { get; init; }

    public string? PeriodEnd { get; init; }

    public string? FiscalYearStart { get; init; }

    public long Entries { get; init; }

    public long Lines { get; init; }

    /// <summary>First and last yevmiye madde no; null where the document has none.</summary>
    public long? FirstEntry { get; init; }

    public long? LastEntry { get; init; }

    /// <summary>First and last yevmiye satır no; null where the document has none.</summary>
    public long? FirstLine { get; init; }

    public long? LastLine { get; init; }

    public decimal Debit { get; init; }

    public decimal Credit { get; init; }

    /// <summary>Account and side → gross turnover and movements; of a berat and of the report what they tell.</summary>
    public IReadOnlyDictionary<(string Account, string Side), (decimal Amount, long Movements)> Turnover { get; init; } = new Dictionary<(string, string), (decimal, long)>();

    /// <summary>Sum of the lines' hashes: the same for a journal and its ledger, in whatever order the lines stand.</summary>
    public UInt128 LinesHash { get; init; }

    /// <summary>What a berat tells of its book.</summary>
    public string? EntriesTold { get; init; }

    public string? SizeTold { get; init; }

    /// <summary>Value of the document's own signature.</summary>
    public string? SignatureValue { get; init; }

    /// <summary>The book's signature value that a berat carries.</summary>
    public string? BookSignatureValue { get; init; }
}
