using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Changes;

/// <summary>Where the ERP says what it has carried out. It never goes back: what was acknowledged stays so; what failed comes again.</summary>
public sealed class FeedAcknowledgement(BookFinder books, FeedStands stands, IVoucherLog log, TimeProvider clock)
{
    private const int NoteCharactersMax = 2_000;
    private const int ItemsMost = 5_000;

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="upTo">A cursor (everything before it, in every fiscal year), or the number of a change (everything up to it in its own fiscal year); null for none.</param>
    /// <param name="items">Single changes; null for none.</param>
    /// <param name="actor">The key that speaks.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<FeedCursor>> SayAsync(string company, string branch, string? upTo, IReadOnlyList<FeedReceiptBody>? items, Actor actor, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (string.IsNullOrEmpty(upTo) && items is not { Count: > 0 })
            return Refusals.InvalidBody("Nereye kadar (upTo) ya da hangi değişikliklerin (items) alındığı verilmelidir.");
        if (items?.Count > ItemsMost || items?.Any(item => item?.Note?.Length > NoteCharactersMax) == true)
            return Refusals.InvalidBody($"Bir istekte en çok {TurkishText.Count(ItemsMost)} değişiklik, her biri için en çok {TurkishText.Count(NoteCharactersMax)} karakterlik not verilebilir.");
        var years = book.Value.Company.FiscalYears.Where(ChangeNumber.Covers).ToList();
        var reached = await ReadUpToAsync(book.Value.Id, years, upTo, cancellationToken);
        if (reached.IsRefused)
            return reached.Refusal;
        var receipts = await ReadItemsAsync(book.Value.Id, years, items ?? [], cancellationToken);
        if (receipts.IsRefused)
            return receipts.Refusal;
        foreach (var (year, place) in reached.Value)
            await MoveAsync(book.Value.Id, year, place, actor, cancellationToken);
        foreach (var ofYear in receipts.Value.GroupBy(receipt => receipt.Year))
            await KeepAsync(book.Value.Id, ofYear.Key, [.. ofYear.Select(one => (one.Sequence, one.Place, one.Receipt))], actor, cancellationToken);
        return new FeedCursor(await StandsAsync(book.Value.Id, years, cancellationToken));
    }

    private async Task<Outcome<List<(FiscalYear Year, FeedPlace Place)>>> ReadUpToAsync(BookId book, List<FiscalYear> years, string? upTo, CancellationToken cancellationToken)
    {
        var reached = new List<(FiscalYear, FeedPlace)>();
        if (string.IsNullOrEmpty(upTo))
            return reached;
        if (long.TryParse(upTo, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (await PlaceOfAsync(book, years, number, cancellationToken) is not { } one)
                return Refusals.InvalidCursor(upTo);
            reached.Add((one.Year, new FeedPlace(one.Sequence, one.Place + 1)));
            return reached;
        }

        if (!FeedCursor.TryParse(upTo, out var cursor))
            return Refusals.InvalidCursor(upTo);
        foreach (var (start, place) in cursor.Places)
        {
            if (years.Find(candidate => candidate.Start == start) is not { } year || (place.Sequence > 0 && !await ExistsAsync(book, year, place.Sequence, cancellationToken)))
                return Refusals.InvalidCursor(upTo);
            reached.Add((year, place with { Day = null, Rank = 0, Number = 0, Line = 0 }));
        }

        return reached;
    }

    private async Task<Outcome<List<(FiscalYear Year, long Sequence, int Place, FeedReceipt Receipt)>>> ReadItemsAsync(BookId book, List<FiscalYear> years, IReadOnlyList<FeedReceiptBody> items, CancellationToken cancellationToken)
    {
        var receipts = new List<(FiscalYear, long, int, FeedReceipt)>();
        var now = clock.GetUtcNow();
        foreach (var item in items)
        {
            if (item is null || await PlaceOfAsync(book, years, item.Seq, cancellationToken) is not { } found)
                return Refusals.InvalidCursor((item?.Seq ?? 0).ToString(CultureInfo.InvariantCulture));
            receipts.Add((found.Year, found.Sequence, found.Place, new FeedReceipt(now, item.Ok ?? true, item.Note)));
        }

        return receipts;
    }

    private async Task<(FiscalYear Year, long Sequence, int Place)?> PlaceOfAsync(BookId book, List<FiscalYear> years, long number, CancellationToken cancellationToken)
    {
        foreach (var year in years)
        {
            if (ChangeNumber.Read(year, number) is { } found)
                return await ExistsAsync(book, year, found.Sequence, cancellationToken) ? (year, found.Sequence, found.Place) : null;
        }

        return null;
    }

    // What nobody has been told cannot be acknowledged: it would be lost.
    private async Task<bool> ExistsAsync(BookId book, FiscalYear year, long sequence, CancellationToken cancellationToken)
    {
        await foreach (var commit in log.ReadCommitsAsync(book, year, sequence - 1, cancellationToken))
            return commit.Sequence == sequence;
        return false;
    }

    private Task MoveAsync(BookId book, FiscalYear year, FeedPlace place, Actor actor, CancellationToken cancellationToken) =>
        stands.ChangeAsync(
            book,
            year,
            stand => (stand?.Place ?? FeedPlace.Start).IsBefore(place)
                ? (stand ?? new FeedStand(0, FeedPlace.All, default, actor.KeyId, HasReceipts: false)) with { Sequence = place.Sequence, Taken = place.Taken, At = clock.GetUtcNow(), KeyId = actor.KeyId }
                : null,
            cancellationToken);

    // The stand knows of receipts before the first one is written, so that no reader passes it by, and where to begin again after the last one.
    private async Task KeepAsync(BookId book, FiscalYear year, IReadOnlyList<(long Sequence, int Place, FeedReceipt Receipt)> receipts, Actor actor, CancellationToken cancellationToken)
    {
        await stands.ChangeAsync(
            book,
            year,
            stand => stand is { HasReceipts: true } ? null : (stand ?? new FeedStand(0, FeedPlace.All, clock.GetUtcNow(), actor.KeyId, HasReceipts: true)) with { HasReceipts = true },
            cancellationToken);
        foreach (var (sequence, place, receipt) in receipts)
            await stands.KeepReceiptAsync(book, year, sequence, place, receipt, cancellationToken);
        var failed = await stands.FindFailedAsync(book, year, cancellationToken);
        await stands.ChangeAsync(
            book,
            year,
            stand => stand is null || (stand.FailedSequence == failed?.Sequence && stand.FailedPlace == failed?.Place) ? null : stand with { FailedSequence = failed?.Sequence, FailedPlace = failed?.Place },
            cancellationToken);
    }

    private async Task<Dictionary<DateOnly, FeedPlace>> StandsAsync(BookId book, List<FiscalYear> years, CancellationToken cancellationToken)
    {
        var places = new Dictionary<DateOnly, FeedPlace>();
        foreach (var year in years)
        {
            if (await stands.FindAsync(book, year, cancellationToken) is { } stand)
                places[year.Start] = stand.Value.Place;
        }

        return places;
    }
}
