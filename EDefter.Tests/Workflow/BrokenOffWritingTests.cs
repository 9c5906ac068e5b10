using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Uploads;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>
/// What a work has written stands until it has written it anew to its end: one that is cancelled, or finds that it was taken over, in the midst of writing leaves every blob as
/// it was. A closed stream alone makes a blob, whatever is in it by then.
/// </summary>
public sealed class BrokenOffWritingTests
{
    private const string Upload = "00112233445566778899aabbccddeeff";
    private static readonly BookId Book = new(Office.Firm, Branch.HeadOffice);
    private static readonly Actor Person = new("Nurgül Özışık", "key-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A month end checks twice; cancelled in the second check, its report is the first one's.</summary>
    [Fact]
    public async Task A_report_that_stands_keeps_its_findings_when_the_same_check_is_broken_off()
    {
        var ground = new Ground();
        var process = ground.Start();
        var office = await new Office(process).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(3, 8).Select(day => CleanVouchers.Faulty(CleanVouchers.Of($"v{day}", new DateOnly(2025, 1, day), day)))]);
        await AssertKeptAsync(ground, JobOf("check", new CheckRequest(Period: null, From: null, To: null)), async progress =>
        {
            var month = await process.Get<MonthFinder>().FindAsync(Office.Firm, Branch.HeadOffice, "2025-01", Cancellation);
            Assert.False((await process.Get<MonthCheck>().RunAsync(month.Value!, progress, Cancellation)).IsRefused);
        });
        var report = (await process.Get<CheckReports>().OpenMonthAsync(Office.Firm, Branch.HeadOffice, "2025-01", Cancellation)).Value!;
        Assert.Equal(report.Head.Counts.Error + report.Head.Counts.Warning + report.Head.Counts.Info, await report.Findings(Cancellation).LongCountAsync(Cancellation));
    }

    /// <summary>Whoever was taken over notices it when the list of the one who took over stands already.</summary>
    [Fact]
    public async Task A_list_of_rejected_rows_keeps_its_rows_when_the_same_import_is_broken_off()
    {
        var ground = new Ground();
        var process = ground.Start();
        await new Office(process).OpenAsync();
        ground.Blobs.Write(BlobArea.Uploads, new UploadName(Book, Upload).Content, "{ \"id\": \"\" }\n{ \"id\": \"\" }\n"u8.ToArray());
        var version = (await process.Get<IBlobs>().FindAsync(BlobArea.Uploads, new UploadName(Book, Upload).Content, Cancellation))!.Version;
        await AssertKeptAsync(ground, JobOf(ImportWork.KindWord, new ImportRequest(Upload, version, "application/x-ndjson", Profile: null)));
        var rejected = await process.Get<UploadDesk>().OpenRejectedAsync(Office.Firm, Branch.HeadOffice, Upload, Cancellation);
        Assert.Equal(2, await rejected.Value!.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_backup_that_was_made_stays_when_the_same_one_is_broken_off()
    {
        var ground = new Ground();
        await new Office(ground.Start()).OpenAsync();
        await AssertKeptAsync(ground, JobOf(BackupWork.KindWord, new BackupRequest(Office.Firm)));
    }

    private static Job JobOf<T>(string kind, T request) => new() { Id = new string('a', 32), Kind = kind, Company = Office.Firm, Branch = Branch.HeadOffice, Request = WireJson.Write(request), Actor = Person };

    private static Task AssertKeptAsync(Ground ground, Job job)
    {
        var work = ground.Start(new SmallBatches()).Get<IEnumerable<IJobWork>>().Single(work => work.Kind == job.Kind);
        return AssertKeptAsync(ground, job, async progress => Assert.False((await work.RunAsync(job, progress, Cancellation)).IsRefused));
    }

    // Done once, and once more by the same delivery, which is cancelled at its first report.
    private static async Task AssertKeptAsync(Ground ground, Job job, Func<JobProgress, Task> run)
    {
        await run(new PlannedJobs(job).Progress());
        var before = ground.Blobs.All().ToList();
        await Assert.ThrowsAsync<JobCancelledException>(() => run(new PlannedJobs(job) { IsCancelled = true }.Progress()));
        Assert.Equal(before.Select(Said), ground.Blobs.All().Select(Said));

        static string Said((BlobArea Area, string Name, byte[] Content) blob) => $"{blob.Area}/{blob.Name} {Convert.ToHexString(blob.Content)}";
    }

    // A row is a batch, so that the first report comes in the midst of the file.
    private sealed class SmallBatches : Plant
    {
        public override ImportOptions Import => new() { BatchMost = 1 };
    }
}
