using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Upgrades;

/// <summary>
/// What an earlier version stored is read by this one, and worked on (docs/versioning.md). The stored books are checked in as they were written; they are the
/// sample hotel's January on its whole way, with an empty February.
/// </summary>
public sealed class UpgradeTests
{
    private const int Newest = 3;
    private static readonly Actor Bookkeeper = new("Nurgül Özışık", "key-1");

    public static TheoryData<int> Formats => [.. Enumerable.Range(1, Newest)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Books_of_an_earlier_version_say_what_they_said(int format)
    {
        var books = new StoredBooks(format);
        var ground = await books.LoadAsync(Cancellation);
        var state = await StateAsync(ground);
        Assert.True(books.State.SequenceEqual(state, StringComparer.Ordinal), BookState.Difference(books.State, state));
        var words = await ground.Start().Get<IAcknowledgements>().ListAsync(new BookId(SampleJourney.Company, Branch.HeadOffice), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(("ACK002", "Açılış fişi yok"), (Assert.Single(words).Rule, words[0].Note));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Archives_of_an_earlier_version_are_what_was_handed_over(int format)
    {
        var ground = await new StoredBooks(format).LoadAsync(Cancellation);
        var process = ground.Start();
        var views = (await process.Get<ArchiveShelf>().ListAsync(SampleJourney.Company, Branch.HeadOffice, SampleJourney.January, Cancellation)).Value!;
        Assert.Equal(2, views.Count);
        foreach (var view in views)
        {
            var link = (await process.Get<ArchiveShelf>().FindAsync(SampleJourney.Company, Branch.HeadOffice, SampleJourney.January, view.Id, Cancellation)).Value!.Url!;
            var zip = ground.Blobs.Read(BlobArea.Archives, link[(link.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            var verdict = await process.Get<ArchiveVerification>().VerifyAsync(new Caller("key-1", Role.Accountant, SampleJourney.Company), new MemoryStream(zip), view.File, Cancellation);
            Assert.Equal(Verdict.Intact, verdict.Value!.Verdict);
            var changed = (byte[])zip.Clone();
            changed[changed.Length / 2] ^= 1;
            verdict = await process.Get<ArchiveVerification>().VerifyAsync(new Caller("key-1", Role.Accountant, SampleJourney.Company), new MemoryStream(changed), view.File, Cancellation);
            Assert.NotEqual(Verdict.Intact, verdict.Value!.Verdict);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Work_goes_on_where_an_earlier_version_left_it(int format)
    {
        var ground = await new StoredBooks(format).LoadAsync(Cancellation);
        ground.Clock.Pass(TimeSpan.FromDays(60));
        var process = ground.Start();
        var office = new Office(process, SampleJourney.Company);
        var january = await office.NumbersAsync(SampleJourney.January);

        // March follows January's numbers; its check reads what January left for later months, and what lay in the drawer without a day finds its place.
        var model = (await office.LiveAsync()).Single(voucher => voucher.Id == "700016");
        await office.PostAsync(March(model, "mart-1", "MT-000001"), March(model, "gunsuz", "MT-000002"));
        var report = await office.CheckAsync("2025-03");
        Assert.True(report.Counts.Error == 0, WireJson.Write(report));
        await office.NumberAsync("2025-03");
        var march = await office.NumbersAsync("2025-03");
        Assert.Equal(["gunsuz", "mart-1"], march.Select(item => item.VoucherId).Order(StringComparer.Ordinal));
        Assert.Equal(january.Max(item => item.Number) + 1, march.Min(item => item.Number));

        // A sealed month stays sealed: its vouchers are known, and another content is not taken.
        var known = (await office.LiveAsync()).First(voucher => voucher.Date.Value?.Month == 1);
        Assert.Equal(1, (await office.PostAsync(known)).Unchanged);
        var changed = await office.PostAsync(known with { Comment = "değişti" });
        Assert.Equal("month-sealed", Assert.Single(changed.Rejected).Code);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_company_of_an_earlier_version_moves_by_backup(int format)
    {
        var ground = await new StoredBooks(format).LoadAsync(Cancellation);
        var made = await ground.Start().ActAsync<BackupDesk>(desk => desk.AskAsync(SampleJourney.Company, Bookkeeper, idempotencyKey: null, Cancellation));
        Assert.False(made.IsRefused, made.Refusal?.Detail);
        var backup = ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(SampleJourney.Company, WireJson.Read<BackupView>(made.Value!).Id));
        const string upload = "00112233445566778899aabbccddeeff";
        var other = new Ground();
        other.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(SampleJourney.Company, upload), backup);
        var restored = await other.Start().ActAsync<BackupDesk>(desk => desk.AskRestoreAsync(SampleJourney.Company, upload, Bookkeeper, Cancellation));
        Assert.False(restored.IsRefused, restored.Refusal?.Detail);
        Assert.Equal(await StateAsync(ground), await StateAsync(other));
    }

    // What is written today and lies in no checked-in books would be read by no later version's test.
    [Fact]
    public async Task Everything_that_is_written_today_lies_in_the_newest_stored_books()
    {
        var today = StoredShapes.Of(await LivedAsync());
        var stored = StoredShapes.Of(await new StoredBooks(Newest).LoadAsync(Cancellation));
        Assert.True(today.SetEquals(stored), $"The shape of stored data has changed. Keep Format{Newest}, and check in a Format{Newest + 1} beside it (docs/versioning.md).\nonly today: {Only(today, stored)}\nonly stored: {Only(stored, today)}");
    }

    [Fact(Explicit = true)]
    public async Task Writes_the_next_stored_books()
    {
        var ground = await LivedAsync();
        await new StoredBooks(int.Parse(Environment.GetEnvironmentVariable("EDEFTER_STORED_FORMAT")!, System.Globalization.CultureInfo.InvariantCulture)).SaveAsync(ground, await StateAsync(ground), Cancellation);
    }

    private static Task<IReadOnlyList<string>> StateAsync(Ground ground) => BookState.ReadAsync(ground.Start().Services, SampleJourney.Company, SampleJourney.Year, Cancellation);

    private static async Task<Ground> LivedAsync()
    {
        var ground = new Ground();
        var process = ground.Start();
        foreach (var (_, act) in new SampleJourney(ordinary: 0).Acts)
            await act(process);
        var said = await process.Get<AcknowledgementDesk>().SayAsync(SampleJourney.Company, Branch.HeadOffice, new AcknowledgementRequest("ACK002", VoucherId: null, Line: null, SampleJourney.January, "Açılış fişi yok", Until: null), Bookkeeper, Cancellation);
        Assert.False(said.IsRefused, said.Refusal?.Detail);
        var undated = CleanVouchers.Of("gunsuz", new DateOnly(2025, 3, 3), 10m) with { Date = default };
        await SampleJourney.PostAsync(process, [undated]);
        return ground;
    }

    // A bank's voucher of January once more, two months later, with a bank slip of its own.
    private static Voucher March(Voucher model, string id, string number) => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(CleanVouchers.Json(model)
        .Replace("2025-01-02", "2025-03-03", StringComparison.Ordinal)
        .Replace(model.Id!, id, StringComparison.Ordinal)
        .Replace(model.Number!, number, StringComparison.Ordinal)
        .Replace("0002002000000", "000206" + number[^7..], StringComparison.Ordinal)));

    private static string Only(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var text = new StringBuilder();
        foreach (var shape in one.Except(other, StringComparer.Ordinal))
            text.Append("\n  ").Append(shape);
        return text.ToString();
    }
}
