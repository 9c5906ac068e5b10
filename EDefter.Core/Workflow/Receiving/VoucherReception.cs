using EDefter.Core.Reading;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Receiving;

/// <summary>Vouchers come in from the ERP, and are looked up again.</summary>
public sealed class VoucherReception(BookFinder books, IVoucherLog log, TimeProvider clock, IWorkWatch watch)
{
    /// <summary>Stores what can be read and tells the rest, row by row.</summary>
    public async Task<Outcome<AppendResult>> ReceiveAsync(string company, string branch, IAsyncEnumerable<VoucherRow> rows, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var result = await log.AppendAsync(RequestFor(book.Value, CommitKind.Vouchers, actor, idempotencyKey), rows, cancellationToken);
        watch.Appended(CommitKind.Vouchers, result);
        return result;
    }

    /// <summary>Takes a voucher out of the book; its versions stay in the log. Refused in a sealed month.</summary>
    public async Task<Outcome<AppendResult>> DeleteAsync(string company, string branch, string id, Actor actor, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var result = await log.DeleteAsync(RequestFor(book.Value, CommitKind.Deletion, actor, idempotencyKey: null), id, cancellationToken);
        if (result is null)
            return Refusals.UnknownVoucher(id);
        watch.Appended(CommitKind.Deletion, result);
        if (result.Refusal is { } refusal)
            return refusal;
        return result.Rejected is [{ } row, ..] ? new Refusal(row.Code, 409, "Fiş silinemedi", row.Reason) : result;
    }

    /// <summary>The live version and how many there were.</summary>
    public async Task<Outcome<StoredVoucher>> FindAsync(string company, string branch, string id, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var found = await log.FindAsync(book.Value.Id, book.Value.Company, id, cancellationToken);
        return found is null ? Refusals.UnknownVoucher(id) : found;
    }

    public async Task<Outcome<IReadOnlyList<VoucherVersion>>> HistoryAsync(string company, string branch, string id, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var versions = await log.HistoryAsync(book.Value.Id, book.Value.Company, id, cancellationToken);
        return versions.Count == 0 ? Refusals.UnknownVoucher(id) : Outcomes.Of<IReadOnlyList<VoucherVersion>>(versions);
    }

    private AppendRequest RequestFor(Book book, CommitKind kind, Actor actor, string? idempotencyKey) => new()
    {
        Book = book.Id,
        Company = book.Company,
        Kind = kind,
        Actor = actor,
        At = clock.GetUtcNow(),
        IdempotencyKey = idempotencyKey,
    };
}
