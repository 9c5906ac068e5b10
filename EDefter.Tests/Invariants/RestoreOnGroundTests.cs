using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Sample;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A restore that was broken off leaves nothing behind that could come to life in the books of the next one: its later commits stand where the next post's must come.</summary>
public sealed class RestoreOnGroundTests
{
    private const string Later = "00112233445566778899aabbccddeeff";
    private const string Earlier = "ffeeddccbbaa99887766554433221100";
    private const string Once = "0123456789abcdef0123456789abcdef";
    private static readonly Actor Admin = new("Nurgül Özışık", "admin");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_cancelled_restore_wrote_is_no_part_of_the_next_ones_books()
    {
        var (earlier, later) = await BackupsAsync();
        var fresh = GroundWith(earlier, later);
        Assert.False((await RestoreAsync(fresh.Start(), Earlier)).IsRefused);
        var expected = await new Office(fresh.Start()).StateAsync();
        var broken = 0;
        for (var write = 1; ; write++)
        {
            var ground = GroundWith(earlier, later);
            await Record.ExceptionAsync(() => RestoreAsync(new Instance(ground, new Fuse(write), new Plant()), Later));
            var process = ground.Start();
            if (await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation) is not null)
                break;
            broken += ground.Books.Rows > 0 ? 1 : 0;
            if (ground.Jobs.All.SingleOrDefault() is { } job)
                await process.Get<JobDesk>().CancelAsync(job.Id, Cancellation);
            await process.RunQueuesAsync();
            Assert.Equal(0, ground.Books.Rows);
            Assert.False((await RestoreAsync(process, Earlier)).IsRefused);
            Assert.Equal(expected, await new Office(ground.Start()).StateAsync());
            Assert.Equal(fresh.Books.Rows, ground.Books.Rows);
            Assert.Equal(1, (await new Office(ground.Start()).PostAsync(Voucher("d", 2))).Stored);
        }

        Assert.True(broken > 2, "It hardly ever broke off in the midst.");
    }

    [Fact]
    public async Task Whoever_wrote_before_and_was_never_heard_of_again_is_cleared_away()
    {
        var (earlier, later) = await BackupsAsync();
        var ground = GroundWith(earlier, later);
        var asked = (await ground.Start().Get<BackupDesk>().AskRestoreAsync(Office.Firm, Later, Admin, Cancellation)).Value!;
        // Every delivery dies one write later, the last one among the rows of the books.
        for (var write = 1; ground.Books.Rows == 0; write++)
            await Assert.ThrowsAsync<KilledException>(() => new Instance(ground, new Fuse(write), new Plant()).Get<JobRunner>().RunAsync(asked.Id, "1", Cancellation));

        var process = ground.Start();
        var other = (await process.Get<BackupDesk>().AskRestoreAsync(Office.Firm, Once, Admin, Cancellation)).Value!;
        await process.Get<JobRunner>().RunAsync(other.Id, "2", Cancellation);
        var refused = await process.Get<JobDesk>().FindAsync(other.Id, Cancellation);
        Assert.Equal(("restore-runs", asked.Id), (refused!.Problem?.Type, refused.Problem?.Values["job"]));

        // Its end was written, and whoever wrote it died before he could clear up.
        await Assert.ThrowsAsync<KilledException>(() => new Instance(ground, new Fuse(2), new Plant()).Get<JobRunner>().PoisonAsync(asked.Id, Cancellation));
        Assert.True(ground.Books.Rows > 0);
        var last = (await process.Get<BackupDesk>().AskRestoreAsync(Office.Firm, Earlier, Admin, Cancellation)).Value!;
        await process.Get<JobRunner>().RunAsync(last.Id, "3", Cancellation);
        Assert.Equal(JobState.Succeeded, (await process.Get<JobDesk>().FindAsync(last.Id, Cancellation))!.State);
        var fresh = GroundWith(earlier, later);
        await RestoreAsync(fresh.Start(), Earlier);
        Assert.Equal(fresh.Books.Rows, ground.Books.Rows);

        // Told of his end once more, he touches nothing of the company that is there.
        await process.Get<JobRunner>().PoisonAsync(asked.Id, Cancellation);
        Assert.Equal(fresh.Books.Rows, ground.Books.Rows);
    }

    [Fact]
    public async Task No_company_is_made_anew_while_it_is_read_back_and_none_on_what_that_left()
    {
        var (earlier, later) = await BackupsAsync();
        var fresh = new Ground();
        await new Office(fresh.Start()).OpenAsync();
        var ground = GroundWith(earlier, later);
        var asked = (await ground.Start().Get<BackupDesk>().AskRestoreAsync(Office.Firm, Later, Admin, Cancellation)).Value!;
        for (var write = 1; ground.Books.Rows == 0; write++)
            await Assert.ThrowsAsync<KilledException>(() => new Instance(ground, new Fuse(write), new Plant()).Get<JobRunner>().RunAsync(asked.Id, "1", Cancellation));

        var process = ground.Start();
        var refused = (await MakeAsync(process)).Refusal;
        Assert.Equal(("restore-runs", 409, asked.Id), (refused?.Type, refused?.Status, refused?.Values["job"]));
        Assert.Null(await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation));

        // Its end was written, and whoever wrote it died before he could clear up: the way out, at any write.
        await Assert.ThrowsAsync<KilledException>(() => new Instance(ground, new Fuse(2), new Plant()).Get<JobRunner>().PoisonAsync(asked.Id, Cancellation));
        Assert.True(ground.Books.Rows > 0);
        for (var write = 1; await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation) is null; write++)
            await Record.ExceptionAsync(() => MakeAsync(new Instance(ground, new Fuse(write), new Plant())));
        Assert.Equal(0, ground.Books.Rows);
        Assert.False((await MakeAsync(process)).IsRefused);
        Assert.Equal(await new Office(fresh.Start()).StateAsync(), await new Office(process).StateAsync());
        Assert.Null(await process.Get<IBackups>().FindPlaceAsync(Office.Firm, Cancellation));
        Assert.Equal("company-exists", (await RestoreAsync(process, Earlier)).Refusal?.Type);
        Assert.Equal(0, ground.Books.Rows);
    }

    [Fact]
    public async Task Whoever_comes_between_a_look_and_a_write_makes_the_company_and_the_other_one_hears_of_it()
    {
        var (earlier, later) = await BackupsAsync();
        await EachMomentAsync(
            earlier,
            later,
            async process => (await RestoreAsync(process, Earlier)).Refusal,
            async process => (await MakeAsync(process)).Refusal);
        await EachMomentAsync(
            earlier,
            later,
            async process => (await MakeAsync(process)).Refusal,
            async process => (await RestoreAsync(process, Earlier)).Refusal);
    }

    // The second acts whole between two writes of the first, at each of them.
    private static async Task EachMomentAsync(byte[] earlier, byte[] later, Func<Instance, Task<Refusal?>> first, Func<Instance, Task<Refusal?>> second)
    {
        var restored = GroundWith(earlier, later);
        await RestoreAsync(restored.Start(), Earlier);
        for (var write = 1; ; write++)
        {
            var ground = GroundWith(earlier, later);
            Refusal? between = null;
            var interrupted = new InterruptedTable(ground.Companies, write, async () => between = await second(ground.Start()));
            var refused = await first(new Instance(ground, Fuse.None, new Plant(), interrupted));
            if (!interrupted.HasActed)
            {
                Assert.True(write > 2, "There was no moment between.");
                return;
            }

            var process = ground.Start();
            Assert.NotNull(await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation));
            var isRestored = await process.Get<IBackups>().FindOriginAsync(Office.Firm, Cancellation) is not null;
            Assert.Equal(isRestored ? restored.Books.Rows : 0, ground.Books.Rows);
            Assert.True(refused?.Type is null or "restore-runs" or "company-exists", refused?.Type);
            Assert.True(between?.Type is null or "restore-runs" or "company-exists", between?.Type);
            Assert.False(refused is not null && between is not null, "Both were refused.");
            Assert.Null(await process.Get<IBackups>().FindPlaceAsync(Office.Firm, Cancellation));
        }
    }

    private static Task<Outcome<EDefter.Core.Companies.Company>> MakeAsync(Instance process) =>
        process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYears = [] }, Admin, Cancellation);

    // Of one company: with a voucher, and later with its month numbered and two more posts.
    private static async Task<(byte[] Earlier, byte[] Later)> BackupsAsync()
    {
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(Voucher("a", 1));
        var earlier = await BackupAsync(ground);
        await office.PostAsync(Voucher("b", 2));
        await office.PostAsync(Voucher("c", 2));
        await office.NumberAsync("2025-01");
        return (earlier, await BackupAsync(ground));
    }

    private static EDefter.Core.Vouchers.Voucher Voucher(string id, int month) => CleanVouchers.Of(id, new DateOnly(2025, month, 3), 1m);

    private static async Task<byte[]> BackupAsync(Ground ground)
    {
        var made = await ground.Start().ActAsync<BackupDesk>(desk => desk.AskAsync(Office.Firm, Admin, idempotencyKey: null, Cancellation));
        Assert.False(made.IsRefused, made.Refusal?.Detail);
        return ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(Office.Firm, WireJson.Read<BackupView>(made.Value!).Id));
    }

    private static Ground GroundWith(byte[] earlier, byte[] later)
    {
        var ground = new Ground();
        foreach (var (upload, backup) in ((string, byte[])[])[(Earlier, earlier), (Later, later), (Once, earlier)])
            ground.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(Office.Firm, upload), backup);
        return ground;
    }

    private static Task<Outcome<string>> RestoreAsync(Instance process, string upload) => process.ActAsync<BackupDesk>(desk => desk.AskRestoreAsync(Office.Firm, upload, Admin, Cancellation));
}
