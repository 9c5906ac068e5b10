using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Changes;

/// <summary>What the ERP said of the feed, in notes of the log.</summary>
public sealed class FeedStands(IVoucherLog log)
{
    internal async Task<Versioned<FeedStand>?> FindAsync(BookId book, FiscalYear year, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(book, year, FeedStand.Key, cancellationToken))
            return new Versioned<FeedStand>(WireJson.Read<FeedStand>(note.Json), note.Version!);
        return null;
    }

    /// <summary>Changes the stand until no other writer comes between; null leaves it as it is.</summary>
    internal async Task ChangeAsync(BookId book, FiscalYear year, Func<FeedStand?, FeedStand?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await FindAsync(book, year, cancellationToken);
            if (change(found?.Value) is not { } changed)
                return;
            if (await log.WriteNoteAsync(book, year, new BookNote(FeedStand.Key, WireJson.Write(changed), found?.Version), cancellationToken))
                return;
        }
    }

    /// <summary>The receipts of a commit, by the place of their change.</summary>
    internal async Task<Dictionary<int, FeedReceipt>> ReadReceiptsAsync(BookId book, FiscalYear year, long sequence, CancellationToken cancellationToken)
    {
        var receipts = new Dictionary<int, FeedReceipt>();
        await foreach (var note in log.ReadNotesAsync(book, year, FeedStand.ReceiptsOf(sequence), cancellationToken))
            receipts[FeedStand.ReadReceiptKey(note.Key).Place] = WireJson.Read<FeedReceipt>(note.Json);
        return receipts;
    }

    /// <summary>The earliest change that the ERP could not carry out; null when there is none.</summary>
    internal async Task<(long Sequence, int Place)?> FindFailedAsync(BookId book, FiscalYear year, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(book, year, FeedStand.Receipts, cancellationToken))
        {
            if (!WireJson.Read<FeedReceipt>(note.Json).Ok)
                return FeedStand.ReadReceiptKey(note.Key);
        }

        return null;
    }

    /// <summary>The latest word about a change counts.</summary>
    internal async Task KeepReceiptAsync(BookId book, FiscalYear year, long sequence, int place, FeedReceipt receipt, CancellationToken cancellationToken)
    {
        BookNote? found;
        do
        {
            found = await FindReceiptAsync(book, year, sequence, place, cancellationToken);
        }
        while (!await log.WriteNoteAsync(book, year, new BookNote(FeedStand.ReceiptOf(sequence, place), WireJson.Write(receipt), found?.Version), cancellationToken));
    }

    private async Task<BookNote?> FindReceiptAsync(BookId book, FiscalYear year, long sequence, int place, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(book, year, FeedStand.ReceiptOf(sequence, place), cancellationToken))
            return note;
        return null;
    }
}
