using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>What IVoucherLog promises, the same over a model with the real service's limits and over Azurite.</summary>
public abstract class VoucherLogContract
{
    private readonly LogWorld world = new();

    internal abstract ITable Table { get; }

    private VoucherLog Log => world.Open(Table);

    [Fact]
    public async Task A_request_sent_again_changes_nothing()
    {
        var voucher = LogWorld.Voucher("1", "2025-01-03");
        var first = await world.AppendAsync(Log, voucher);
        var second = await world.AppendAsync(Log, voucher);
        Assert.Equal((1, 1, 0), (first.Received, first.Stored, first.Unchanged));
        Assert.Equal((1, 0, 1), (second.Received, second.Stored, second.Unchanged));
        Assert.Equal([new MonthRevision(LogWorld.January, 1)], first.Periods);
        Assert.Empty(second.Periods);
        Assert.Equal(1, await world.RevisionAsync(Log, LogWorld.January));
    }

    [Fact]
    public async Task The_same_key_with_the_same_content_finds_the_first_answer()
    {
        var request = world.Request(key: "k-1");
        var first = await LogWorld.SendAsync(Log, request, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "bugün"));
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03", 7m));
        var again = await LogWorld.SendAsync(Log, request, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "bugün"));
        AssertSame(first, again);
        Assert.Equal((2, 2, 0, 1), (again.Received, again.Stored, again.Unchanged, again.Undated));
        Assert.Equal(2, (await VersionsAsync("1")).Count);
        var other = await LogWorld.SendAsync(Log, request, LogWorld.Voucher("1", "2025-01-03", 8m), LogWorld.Voucher("2", "bugün"));
        Assert.NotEqual(first.Batch, other.Batch);
        Assert.Equal((1, 1), (other.Stored, other.Unchanged));
    }

    [Fact]
    public async Task A_then_B_then_A_is_three_versions()
    {
        var a = LogWorld.Voucher("1", "2025-01-03");
        var b = LogWorld.Voucher("1", "2025-01-03", 5m);
        string[] batches = [(await world.AppendAsync(Log, a)).Batch, (await world.AppendAsync(Log, b)).Batch, (await world.AppendAsync(Log, a)).Batch];
        Assert.Equal(3, batches.Distinct(StringComparer.Ordinal).Count());
        var versions = await VersionsAsync("1");
        Assert.Equal([100m, 5m, 100m], versions.Select(version => version.Voucher!.Lines[0].Debit.OrZero));
        Assert.Equal([1L, 2, 3], versions.Select(version => version.Sequence));
        Assert.All(versions, version => Assert.Equal((CommitKind.Vouchers, "Ayşe Işık", LogWorld.January), (version.Kind, version.By, version.Period)));
    }

    [Fact]
    public async Task A_repair_stays_when_the_ERP_sends_its_version_again()
    {
        var sent = LogWorld.Voucher("1", "2025-01-03");
        var repaired = LogWorld.Voucher("1", "2025-02-03", comment: "düzeltildi");
        await world.AppendAsync(Log, sent);
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair, expected: Expect(LogWorld.January, 1)), repaired);
        var again = await world.AppendAsync(Log, sent);
        Assert.Equal((0, 1), (again.Stored, again.Unchanged));
        Assert.Empty(again.SupersededRepairs);
        var found = await Log.FindAsync(world.Book, world.Company, "1", CancellationToken.None);
        Assert.Equal(("düzeltildi", CommitKind.Repair), (found!.Voucher.Comment, found.Kind));
        LogInvariants.AssertSame(LogInvariants.Expected([repaired]), await LogState.ReadAsync(world, Log));
    }

    [Fact]
    public async Task A_repair_is_superseded_by_what_the_ERP_changed_and_said_so()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-01-03"));
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair), LogWorld.Voucher("1", "2025-01-03", comment: "düzeltildi"));
        var changed = await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03", 3m), LogWorld.Voucher("2", "2025-01-03", 3m));
        Assert.Equal(["1"], changed.SupersededRepairs);
        Assert.Equal(CommitKind.Vouchers, (await Log.FindAsync(world.Book, world.Company, "1", CancellationToken.None))!.Kind);
    }

    [Fact]
    public async Task A_voucher_that_comes_back_inside_one_request_is_told_row_by_row()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-02-10"));
        var wandering = await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("1", "2024-11-30"), LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("1", "2025-01-03"));
        Assert.Equal((4, 3, 1), (wandering.Received, wandering.Stored, wandering.Unchanged));
        LogInvariants.AssertSame(LogInvariants.Expected([LogWorld.Voucher("1", "2025-01-03")]), await LogState.ReadAsync(world, Log));
    }

    [Fact]
    public async Task Whether_a_repair_is_superseded_is_told_by_the_last_row_of_the_request()
    {
        var repaired = LogWorld.Voucher("1", "2025-01-03", comment: "düzeltildi");
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair), repaired);
        var takenOver = await world.AppendAsync(Log, LogWorld.Voucher("1", "2024-11-30", 3m), repaired);
        Assert.Equal(2, takenOver.Stored);
        Assert.Empty(takenOver.SupersededRepairs);
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair), LogWorld.Voucher("1", "2025-01-03", comment: "yine"));
        var replaced = await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03", comment: "yine"), LogWorld.Voucher("1", "2024-11-30", 3m));
        Assert.Equal(["1"], replaced.SupersededRepairs);
    }

    [Fact]
    public async Task Undo_brings_back_the_ERPs_version()
    {
        var sent = LogWorld.Voucher("1", "2025-01-03");
        await world.AppendAsync(Log, sent);
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair, expected: Expect(LogWorld.January, 1)), LogWorld.Voucher("1", "2025-01-03", 2m));
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Undo, expected: Expect(LogWorld.January, 2)), sent);
        var other = await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03", 9m));
        Assert.Equal(1, other.Stored);
        Assert.Empty(other.SupersededRepairs);
    }

    [Fact]
    public async Task A_later_version_wins_also_when_its_date_moved()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-01-03"));
        var moved = await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-02-05"), LogWorld.Voucher("2", "2025-01-04"));
        Assert.Equal([new MonthRevision(LogWorld.January, 2), new MonthRevision(LogWorld.February, 1)], moved.Periods);
        LogInvariants.AssertSame(LogInvariants.Expected([LogWorld.Voucher("1", "2025-02-05"), LogWorld.Voucher("2", "2025-01-04")]), await LogState.ReadAsync(world, Log));
        Assert.Equal(2, (await VersionsAsync("1")).Count);
    }

    [Fact]
    public async Task A_deleted_voucher_is_gone_and_its_versions_stay()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        var request = world.Request(CommitKind.Deletion, key: "sil");
        var deleted = await Log.DeleteAsync(request, "1", CancellationToken.None);
        Assert.Equal((1, 1), (deleted!.Received, deleted.Stored));
        AssertSame(deleted, await Log.DeleteAsync(request, "1", CancellationToken.None));
        Assert.Null(await Log.DeleteAsync(world.Request(CommitKind.Deletion), "1", CancellationToken.None));
        Assert.Null(await Log.FindAsync(world.Book, world.Company, "1", CancellationToken.None));
        Assert.Empty(await LogState.ReadAsync(world, Log));
        Assert.Equal([CommitKind.Vouchers, CommitKind.Deletion], (await VersionsAsync("1")).Select(version => version.Kind));
        Assert.Null((await VersionsAsync("1"))[1].Voucher);
        Assert.Equal(1, (await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"))).Stored);
    }

    [Fact]
    public async Task The_last_of_the_same_id_wins()
    {
        var vouchers = new List<Voucher> { LogWorld.Voucher("1", "2025-01-03", 1m), LogWorld.Voucher("2", "2025-02-03", 1m), LogWorld.Voucher("3", "2024-05-03", 1m), LogWorld.Voucher("4", "2025-01-09", 1m) };
        // Enough of the same days that the first ones are written out before the last ones come.
        vouchers.AddRange(Enumerable.Range(1, 250).SelectMany(n => new[] { LogWorld.Voucher($"a{n}", "2025-01-03"), LogWorld.Voucher($"b{n}", "2025-02-03"), LogWorld.Voucher($"c{n}", "2024-05-03") }));
        Voucher[] last = [LogWorld.Voucher("1", "2025-01-04", 2m), LogWorld.Voucher("2", "2025-03-03", 2m), LogWorld.Voucher("3", "2025-03-03", 2m), LogWorld.Voucher("4", "2025-01-08", 2m)];
        var result = await world.AppendAsync(Log, [.. vouchers, .. last, LogWorld.Voucher("a1", "2025-01-03")]);
        Assert.Equal((759, 758, 1), (result.Received, result.Stored, result.Unchanged));
        LogInvariants.AssertSame(LogInvariants.Expected([.. vouchers, .. last]), await LogState.ReadAsync(world, Log));
    }

    [Fact]
    public async Task A_sealed_month_takes_nothing_that_differs()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-02-03"));
        Assert.False((await world.NumberAsync(Log, LogWorld.January)).IsRefused);
        var result = await world.AppendAsync(
            Log,
            LogWorld.Voucher("1", "2025-01-03"),
            LogWorld.Voucher("1", "2025-01-03", 5m),
            LogWorld.Voucher("1", "2025-02-03"),
            LogWorld.Voucher("2", "2025-01-04"),
            LogWorld.Voucher("3", "2025-01-04"),
            LogWorld.Voucher("4", "2025-02-04"));
        Assert.Equal((6, 1, 1), (result.Received, result.Stored, result.Unchanged));
        Assert.Equal(["satır 2", "satır 3", "satır 4", "satır 5"], result.Rejected.Select(row => row.At));
        Assert.All(result.Rejected, row => Assert.Equal("month-sealed", row.Code));
        Assert.Equal("Ocak 2025 numaralanmış; fişleri değişmez. Yevmiye numaralarını geri alıp fişi yeniden gönderin ya da düzeltmeyi açık bir aya, düzeltme fişi olarak kaydedin.", result.Rejected[0].Reason);
        var deletion = await Log.DeleteAsync(world.Request(CommitKind.Deletion), "1", CancellationToken.None);
        Assert.Equal((0, "month-sealed"), (deletion!.Stored, Assert.Single(deletion.Rejected).Code));
        var repair = await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair, expected: Expect(LogWorld.January, 2)), LogWorld.Voucher("1", "2025-01-03", 5m));
        Assert.Equal("month-sealed", repair.Refusal?.Type);
        await world.UnnumberAsync(Log, LogWorld.January);
        Assert.Equal(1, (await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03", 5m))).Stored);
    }

    [Fact]
    public async Task A_month_sealed_while_vouchers_are_on_their_way_rejects_them_with_their_places()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("0", "2025-01-02"));
        // The seal comes before the second write: after the chunks, before the commit.
        var interrupted = new InterruptedTable(Table, 2, () => world.NumberAsync(world.Open(Table), LogWorld.January));
        var result = await world.AppendAsync(world.Open(interrupted), LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-02-03"), LogWorld.Voucher("3", "2025-01-04"));
        Assert.True(interrupted.HasActed);
        Assert.Equal((3, 1), (result.Received, result.Stored));
        Assert.Equal([("satır 1", "1"), ("satır 3", "3")], result.Rejected.Select(row => (row.At, row.Id!)));
        LogInvariants.AssertSame(LogInvariants.Expected([LogWorld.Voucher("0", "2025-01-02"), LogWorld.Voucher("2", "2025-02-03")]), await LogState.ReadAsync(world, Log));
    }

    [Fact]
    public async Task Sixteen_writers_of_one_month_all_get_in()
    {
        var shared = Log;
        var posts = Enumerable.Range(0, 16).Select(n => Task.Run(() => world.AppendAsync(n % 2 == 0 ? shared : Log, LogWorld.Voucher($"w{n}", "2025-01-03"), LogWorld.Voucher($"ortak", "2025-01-04"))));
        var results = await Task.WhenAll(posts);
        Assert.All(results, result => Assert.Equal(2, result.Stored + result.Unchanged));
        var live = await LogState.ReadAsync(world, Log);
        Assert.Equal(17, live.Count);
        Assert.Equal(1, results.Count(result => result.Stored == 2));
    }

    [Fact]
    public async Task Of_two_acts_bound_to_one_revision_exactly_one_wins()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-01-03"));
        var results = await Task.WhenAll(Enumerable.Range(1, 2).Select(n => Task.Run(() =>
            LogWorld.SendAsync(Log, world.Request(CommitKind.Repair, expected: Expect(LogWorld.January, 1)), LogWorld.Voucher(n.ToString(CultureInfo.InvariantCulture), "2025-01-03", n)))));
        Assert.Equal(["revision-moved"], results.Where(result => result.Refusal is not null).Select(result => result.Refusal!.Type));
        Assert.Equal(2, await world.RevisionAsync(Log, LogWorld.January));
        Assert.Equal(1, results.Sum(result => result.Stored));
    }

    [Fact]
    public async Task Vouchers_without_a_day_of_a_fiscal_year_lie_in_the_drawer_until_one_covers_them()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2026-01-03"), LogWorld.Voucher("2", "31/12/2025"), LogWorld.Voucher("3", ""));
        Assert.Equal(1, await Log.DrawerRevisionAsync(world.Book, CancellationToken.None));
        Assert.Equal(3, (await Log.ReadDrawerAsync(world.Book, CancellationToken.None)).Vouchers.Count);
        await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair), LogWorld.Voucher("1", "2026-01-03", 2m));
        var year2026 = new FiscalYear { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 12, 31) };
        var grown = new LogWorld { Company = world.Company with { FiscalYears = [.. world.Company.FiscalYears, year2026] } };
        await grown.Open(Table).SettleDrawerAsync(grown.Request(), CancellationToken.None);
        Assert.Equal(["2", "3"], (await Log.ReadDrawerAsync(world.Book, CancellationToken.None)).Vouchers.Select(stored => stored.Voucher.Id).Order(StringComparer.Ordinal));
        var found = await grown.Open(Table).FindAsync(grown.Book, grown.Company, "1", CancellationToken.None);
        Assert.Equal((CommitKind.Repair, 2m), (found!.Kind, found.Voucher.Lines[0].Debit.OrZero));
        Assert.Equal(1, (await grown.AppendAsync(grown.Open(Table), LogWorld.Voucher("1", "2026-01-03"))).Unchanged);
        await LogState.ReadAsync(grown, grown.Open(Table));
    }

    [Fact]
    public async Task A_voucher_moves_to_another_fiscal_year_and_back()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        var moved = await world.AppendAsync(Log, LogWorld.Voucher("1", "2024-12-31"));
        Assert.Equal([new MonthRevision(new Period(2024, 12), 1), new MonthRevision(LogWorld.January, 2)], moved.Periods);
        await world.AppendAsync(Log, LogWorld.Voucher("1", "tarihsiz"));
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-04"));
        LogInvariants.AssertSame(LogInvariants.Expected([LogWorld.Voucher("1", "2025-01-04")]), await LogState.ReadAsync(world, Log));
        Assert.Equal(["2025-01-03", "2024-12-31", "tarihsiz", "2025-01-04"], (await VersionsAsync("1")).Select(version => version.Voucher!.Date.ToString()));
        await world.NumberAsync(Log, LogWorld.January);
        Assert.Equal("month-sealed", Assert.Single((await world.AppendAsync(Log, LogWorld.Voucher("1", "2024-12-31"))).Rejected).Code);
    }

    [Fact]
    public async Task A_voucher_of_ten_thousand_lines_and_one_that_no_row_can_hold_come_back_equal()
    {
        var random = new Random(7);
        // Two megabytes that do not compress: more than one row can hold.
        var big = LogWorld.Voucher("büyük", "2025-01-03", lines: 80);
        big = big with { Lines = [.. big.Lines.Select(line => line with { Description = Convert.ToBase64String(Noise(random, 24_000)) })] };
        Voucher[] vouchers = [LogWorld.Voucher("çok satırlı", "2025-01-03", lines: 10_000), big, LogWorld.Voucher("küçük", "2025-01-03")];
        Assert.Equal(3, (await world.AppendAsync(Log, vouchers)).Stored);
        LogInvariants.AssertSame(LogInvariants.Expected(vouchers), await LogState.ReadAsync(world, Log));
        var found = await Log.FindAsync(world.Book, world.Company, "büyük", CancellationToken.None);
        Assert.Equal(big.Lines[79].Description, found!.Voucher.Lines[79].Description);
    }

    [Fact]
    public async Task A_request_of_more_chunks_than_a_transaction_holds_is_one_commit()
    {
        var vouchers = Enumerable.Range(0, 330).Select(n => LogWorld.Voucher($"g{n}", new DateOnly(2025, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ToArray();
        var result = await world.AppendAsync(Log, vouchers);
        Assert.Equal((330, 11), (result.Stored, result.Periods.Count));
        LogInvariants.AssertSame(LogInvariants.Expected(vouchers), await LogState.ReadAsync(world, Log));
        var commit = Assert.Single(await CommitsAsync());
        Assert.Equal((1, CommitKind.Vouchers, 330, "key-1", result.Batch), (commit.Sequence, commit.Kind, commit.Vouchers, commit.KeyId, commit.Batch));
    }

    [Fact]
    public async Task Rejected_rows_are_told_in_order_and_stored_with_the_answer()
    {
        var request = world.Request(key: "k");
        var rejection = new RejectedRow("satır 2", Id: null, "unreadable", "okunamadı");
        async IAsyncEnumerable<VoucherRow> Rows()
        {
            await Task.CompletedTask;
            yield return VoucherRow.Read("satır 1", LogWorld.Voucher("1", "2025-01-03"));
            yield return VoucherRow.Rejected(rejection);
            yield return VoucherRow.Read("satır 3", LogWorld.Voucher("3", "2025-01-03"));
        }

        var first = await Log.AppendAsync(request, Rows(), CancellationToken.None);
        Assert.Equal((3, 2, 0), (first.Received, first.Stored, first.Unchanged));
        Assert.Equal([rejection], first.Rejected);
        AssertSame(first, await Log.AppendAsync(request, Rows(), CancellationToken.None));
    }

    [Fact]
    public async Task A_head_changes_only_on_what_was_read_and_stamps_leave_the_revision()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        var stamped = await world.ChangeAsync(Log, LogWorld.January, head => head with { SourceCount = new Core.Rules.SourceCount(1, 2), Vouchers = 77 }, kind: null);
        Assert.Equal((1, 1, 1), (stamped.Value!.Revision, stamped.Value.Vouchers, stamped.Value.SourceCount!.Vouchers));
        var asked = 0;
        var interrupted = new InterruptedTable(Table, 1, () => world.AppendAsync(world.Open(Table), LogWorld.Voucher("2", "2025-02-03")));
        await world.ChangeAsync(
            world.Open(interrupted),
            LogWorld.January,
            head =>
            {
                asked++;
                return head.Moved() with { Archives = ["a"] };
            },
            CommitKind.File);
        Assert.Equal(2, asked);
        var heads = await Log.ReadHeadsAsync(world.Book, LogWorld.Year2025, CancellationToken.None);
        Assert.Equal((2, 1), (heads[LogWorld.January].Revision, heads[LogWorld.February].Revision));
        Assert.Equal((1, 2L), (heads[LogWorld.January].SourceCount!.Vouchers, heads[LogWorld.January].SourceCount!.Lines));
        var refused = await world.ChangeAsync(Log, LogWorld.January, _ => new Core.Workflow.Refusal("no", 409, "Olmaz", "Olmaz."), CommitKind.File);
        Assert.Equal("no", refused.Refusal!.Type);
    }

    [Fact]
    public async Task Notes_change_with_the_append_or_not_at_all()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        Assert.True(await Log.WriteNoteAsync(world.Book, LogWorld.Year2025, new BookNote("run|2025-01|a", "{\"n\":1}", Version: null), CancellationToken.None));
        Assert.False(await Log.WriteNoteAsync(world.Book, LogWorld.Year2025, new BookNote("run|2025-01|a", "{}", Version: null), CancellationToken.None));
        var note = Assert.Single(await NotesAsync("run|2025-01|"));
        var big = "\"" + new string('ğ', 30_000) + "\"";
        var applied = await LogWorld.SendAsync(Log, world.Request(CommitKind.Repair, expected: Expect(LogWorld.January, 1), notes: [note with { Json = big }]), LogWorld.Voucher("1", "2025-01-03", 2m));
        Assert.Null(applied.Refusal);
        Assert.Equal(big, Assert.Single(await NotesAsync("run|")).Json);
        var late = await LogWorld.SendAsync(Log, world.Request(CommitKind.Undo, expected: Expect(LogWorld.January, 2), notes: [note]), LogWorld.Voucher("1", "2025-01-03"));
        Assert.Equal("revision-moved", late.Refusal?.Type);
        Assert.Equal(2m, (await Log.FindAsync(world.Book, world.Company, "1", CancellationToken.None))!.Voucher.Lines[0].Debit.OrZero);
        Assert.Empty(await NotesAsync("run|2025-02"));
    }

    [Fact]
    public async Task Books_of_other_branches_and_companies_are_never_seen()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        var neighbour = world.Request() with { Book = new BookId(world.Company.Id, "0001") };
        Assert.Equal(1, (await LogWorld.SendAsync(Log, neighbour, LogWorld.Voucher("1", "2025-01-03"))).Stored);
        Assert.Null(await Log.FindAsync(new BookId(world.Company.Id + "-2", "0000"), world.Company, "1", CancellationToken.None));
        Assert.Equal(1, await world.RevisionAsync(Log, LogWorld.January));
    }

    [Fact]
    public async Task A_reader_that_began_before_a_commit_sees_what_was_there()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"), LogWorld.Voucher("2", "2025-01-04"), LogWorld.Voucher("3", "2025-01-05"));
        var log = Log;
        var seen = new List<string>();
        await foreach (var day in log.ReadDaysAsync(world.Book, LogWorld.Year2025, new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), CancellationToken.None))
        {
            seen.AddRange(day.Vouchers.Select(stored => stored.Voucher.Lines[0].Debit.ToString()));
            if (seen.Count == 1)
                await world.AppendAsync(log, LogWorld.Voucher("2", "2025-01-06", 7m), LogWorld.Voucher("3", "2025-01-05", 7m));
        }

        Assert.Equal(["100", "100", "100"], seen);
    }

    [Fact]
    public async Task A_sweep_takes_what_dead_writers_left_and_nothing_else()
    {
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2025-01-03"));
        await Assert.ThrowsAsync<KilledException>(() => world.AppendAsync(world.Open(new DyingTable(Table, 1)), LogWorld.Voucher("2", "2025-01-03"), LogWorld.Voucher("3", "2025-02-03")));
        await world.AppendAsync(Log, LogWorld.Voucher("1", "2024-12-31"));
        var later = new LaterTime(TimeSpan.FromHours(3));
        var soon = DateTimeOffset.UtcNow.AddDays(1);
        Assert.Equal(0, await Log.SweepAsync(world.Book, LogWorld.Year2025, soon, CancellationToken.None));
        Assert.Equal(0, await world.Open(Table, time: later).SweepAsync(world.Book, LogWorld.Year2025, soon.AddDays(-2), CancellationToken.None));
        Assert.Equal(2, await world.Open(Table, time: later).SweepAsync(world.Book, LogWorld.Year2025, soon, CancellationToken.None));
        Assert.Equal(0, await world.Open(Table, time: later).SweepAsync(world.Book, LogWorld.Year2024, soon, CancellationToken.None));
        LogInvariants.AssertSame(LogInvariants.Expected([LogWorld.Voucher("1", "2024-12-31")]), await LogState.ReadAsync(world, Log));
        Assert.Equal(2, (await VersionsAsync("1")).Count);
    }

    [Fact]
    public async Task A_writer_that_took_longer_than_its_chunks_are_safe_writes_nothing()
    {
        var slow = new LaterTime(TimeSpan.Zero);
        var log = world.Open(Table, time: slow);
        async IAsyncEnumerable<VoucherRow> Rows()
        {
            await Task.CompletedTask;
            yield return VoucherRow.Read("satır 1", LogWorld.Voucher("1", "2025-01-03"));
            slow.By = TimeSpan.FromMinutes(61);
        }

        await Assert.ThrowsAsync<TimeoutException>(() => log.AppendAsync(world.Request(), Rows(), CancellationToken.None));
        Assert.Empty(await LogState.ReadAsync(world, Log));
    }

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private static void AssertSame(AppendResult? expected, AppendResult? actual) => Assert.Equal(StorageJson.Write(expected), StorageJson.Write(actual));

    private static Dictionary<Period, long> Expect(Period period, long revision) => new() { [period] = revision };

    private async Task<IReadOnlyList<VoucherVersion>> VersionsAsync(string id) => await Log.HistoryAsync(world.Book, world.Company, id, CancellationToken.None);

    private async Task<List<CommitRecord>> CommitsAsync()
    {
        var commits = new List<CommitRecord>();
        await foreach (var commit in Log.ReadCommitsAsync(world.Book, LogWorld.Year2025, after: 0, CancellationToken.None))
            commits.Add(commit);
        return commits;
    }

    private async Task<List<BookNote>> NotesAsync(string prefix)
    {
        var notes = new List<BookNote>();
        await foreach (var note in Log.ReadNotesAsync(world.Book, LogWorld.Year2025, prefix, CancellationToken.None))
            notes.Add(note);
        return notes;
    }
}
