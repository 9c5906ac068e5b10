namespace EDefter.Core.Formats.Gib;

/// <summary>A leaf account of a part's ledger with its lines, in the order of the journal (kebir schematron K29–K31, K84, K89).</summary>
internal sealed class LedgerAccount
{
    /// <summary>Where the lines' records lie.</summary>
    public List<RecordPlace> Lines { get; } = [];

    public decimal Debit { get; set; }

    public decimal Credit { get; set; }
}
