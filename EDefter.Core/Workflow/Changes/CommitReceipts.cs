using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Changes;

/// <summary>What the ERP said of the changes that are being read, one commit at a time.</summary>
internal sealed class CommitReceipts(FeedStands stands, BookId book, FiscalYear year, FeedStand? stand)
{
    private Dictionary<int, FeedReceipt> receipts = [];
    private long sequence = -1;

    /// <summary>Its word about the change itself, else that it acknowledged everything up to here; null when it has said nothing.</summary>
    public async Task<FeedReceipt?> FindAsync(long change, CancellationToken cancellationToken)
    {
        if (stand is null)
            return null;
        var (commit, place) = ChangeNumber.Read(year, change)!.Value;
        if (stand.HasReceipts && commit != sequence)
        {
            receipts = await stands.ReadReceiptsAsync(book, year, commit, cancellationToken);
            sequence = commit;
        }

        return receipts.GetValueOrDefault(place) ?? (stand.Place.Covers(commit, place) ? new FeedReceipt(stand.At, Ok: true, Note: null) : null);
    }
}
