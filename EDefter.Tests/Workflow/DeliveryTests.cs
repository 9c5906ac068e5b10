using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;
using EDefter.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A queue may deliver a message twice, and a job may be taken over while its first runner is still alive: what was done is never told as refused.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class DeliveryTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";

    private static readonly Period January = new(2025, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slower_delivery_of_a_numbering_finds_its_numbers_given()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var job = JobOf(book, NumberWork.KindWord, new NumberRequest(January, Revision: null));
        Outcome<JobEnd>? faster = null;
        var jobs = new PlannedJobs(job) { At = ("Numaralar yazılıyor", async () => faster = await RunAsync(new PlannedJobs(job))) };

        var slower = await RunAsync(jobs);

        Assert.Null(faster!.Value.Refusal);
        Assert.Null(slower.Refusal);
        Assert.Equal(faster.Value.Value!.Result, slower.Value!.Result);
    }

    [Fact]
    public async Task A_slower_delivery_of_a_repair_finds_it_applied()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal));
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        var accept = new Acceptance { Classes = [RepairClass.A, RepairClass.B] };
        var job = JobOf(book, ApplyWork.KindWord, new ApplyRequest(January, plan.GetProperty("run").GetString()!, accept));
        Outcome<JobEnd>? faster = null;
        var jobs = new PlannedJobs(job) { At = ("Bakım uygulanıyor", async () => faster = await RunAsync(new PlannedJobs(job))) };

        var slower = await RunAsync(jobs);

        Assert.Null(faster!.Value.Refusal);
        Assert.Null(slower.Refusal);
    }

    [Fact]
    public async Task A_cancelled_numbering_keeps_nobody_waiting()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var jobs = new PlannedJobs(JobOf(book, NumberWork.KindWord, new NumberRequest(January, Revision: null))) { IsCancelled = true };

        await Assert.ThrowsAsync<JobCancelledException>(() => RunAsync(jobs));

        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Mehmet Öz" });
    }

    [Fact]
    public async Task Two_people_who_ask_for_one_archive_at_once_both_get_it()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By });

        var archives = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => book.ActAsync(book.Month("2025-01", "/archives"), new { by = $"Kişi {n}", profile = "izibiz" })));

        Assert.Single(archives.Select(archive => archive.GetProperty("id").GetString()).Distinct());
        Assert.Single((await book.GetAsync(book.Month("2025-01", "/archives"))).EnumerateArray());
    }

    [Fact]
    public async Task Checks_of_one_month_at_once_do_not_disturb_each_other()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{string.Join(',', Enumerable.Range(1, 200).Select(n => LiveBook.Voucher(n.ToString(System.Globalization.CultureInfo.InvariantCulture), "2025-01-10").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal)))}]");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => RunAsync(new PlannedJobs(JobOf(book, CheckWork.KindWord, new CheckRequest(January, From: null, To: null))))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(200, (await book.GetAsync(book.Month("2025-01", "/report"))).GetProperty("findings").EnumerateArray().Count(finding => finding.TryGetProperty("voucherId", out _)));
    }

    private static Job JobOf<T>(LiveBook book, string kind, T request) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Kind = kind,
        Company = book.Company,
        Branch = Branch.HeadOffice,
        Request = WireJson.Write(request),
        Actor = new Actor(By, "key"),
    };

    private Task<Outcome<JobEnd>> RunAsync(PlannedJobs jobs) =>
        app.Services.GetServices<IJobWork>().Single(work => work.Kind == jobs.Job.Kind).RunAsync(jobs.Job, jobs.Progress(), Cancellation);
}
