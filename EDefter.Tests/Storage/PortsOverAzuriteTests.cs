using System.Globalization;
using System.Net;
using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Azurite = EDefter.LocalWorker.Storage.Azurite;

namespace EDefter.Tests.Storage;

/// <summary>Companies, jobs, keys and blobs, over Azurite.</summary>
public sealed class PortsOverAzuriteTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly DateTimeOffset Now = new(2025, 2, 1, 9, 30, 0, TimeSpan.FromHours(3));
    private static int names;
    private readonly string id = string.Create(CultureInfo.InvariantCulture, $"sirket-{Environment.ProcessId}-{Interlocked.Increment(ref names)}");

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_company_is_inserted_once_and_changed_on_what_was_read()
    {
        var companies = storage.Get<ICompanies>();
        var company = new Company
        {
            Id = id,
            TaxId = "0010213576",
            Title = "ÖRNEK OTELCİLİK A.Ş. ığüşöç",
            FiscalYear = LogWorld.Year2025,
            FiscalYears = [LogWorld.Year2024, LogWorld.Year2025],
            Branches = [new Branch { Code = "0000", Name = "Merkez", ValidFrom = new DateOnly(2024, 1, 1) }],
            RepairPolicy = new RepairPolicy { RoundingCap = 0.10m, Modules = new Dictionary<string, ModuleDocument>(StringComparer.Ordinal) { ["bank"] = new() { Type = "other", TypeDescription = "Dekont" } } },
            PaymentMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["100"] = "Nakit" },
        };
        Assert.Null(await companies.FindAsync(id, None));
        Assert.True(await companies.SaveAsync(company, version: null, None));
        Assert.False(await companies.SaveAsync(company, version: null, None));
        var found = await companies.FindAsync(id, None);
        Assert.Equal(StorageJson.Write(company), StorageJson.Write(found!.Value));
        Assert.Equal("0.10", found.Value.RepairPolicy.RoundingCap.ToString(CultureInfo.InvariantCulture));
        Assert.True(await companies.SaveAsync(company with { Phone = "1" }, found.Version, None));
        Assert.False(await companies.SaveAsync(company with { Phone = "2" }, found.Version, None));
        Assert.Equal("1", (await companies.FindAsync(id, None))!.Value.Phone);
        Assert.Contains(id, await ToListAsync(companies.ListAsync(None), listed => listed.Id));
    }

    [Fact]
    public async Task A_chart_of_any_size_is_kept_in_a_blob_that_its_row_names()
    {
        var companies = storage.Get<ICompanies>();
        var chart = new ChartOfAccounts(Enumerable.Range(0, 30_000).Select(n => new ChartAccount { Code = $"120.{n:D5}", Name = $"MÜŞTERİ {n} ŞTİ." }), isComplete: true);
        Assert.Null(await companies.FindChartAsync(id, None));
        Assert.True(await companies.SaveChartAsync(id, chart, version: null, None));
        var found = await companies.FindChartAsync(id, None);
        Assert.True(found!.Value.IsComplete);
        Assert.Equal(chart.Accounts, found.Value.Accounts);
        Assert.True(await companies.SaveChartAsync(id, chart, found.Version, None));
        Assert.False(await companies.SaveChartAsync(id, new ChartOfAccounts([], isComplete: false), found.Version, None));
    }

    [Fact]
    public async Task A_job_is_found_changed_queued_and_stale_only_while_it_is_open()
    {
        var jobs = storage.Get<IJobs>();
        var job = new Job
        {
            Id = "check|" + id + "/0000#2025-01",
            Kind = "check",
            Company = id,
            Branch = "0000",
            Request = "{\"period\":\"2025-01\"}",
            Actor = new Actor("Ayşe Işık", "k"),
            QueuedAt = Now,
            TouchedAt = Now,
        };
        var version = await jobs.SaveAsync(job, version: null, None);
        Assert.Null(await jobs.SaveAsync(job, version: null, None));
        Assert.Contains(job.Id, await ToListAsync(jobs.ListStaleAsync(Now.AddMinutes(1), None), stale => stale.Id));
        Assert.DoesNotContain(job.Id, await ToListAsync(jobs.ListStaleAsync(Now, None), stale => stale.Id));
        var found = await jobs.FindAsync(job.Id, None);
        Assert.Equal((version, JobState.Queued, Now), (found!.Version, found.Value.State, found.Value.QueuedAt));
        version = await jobs.SaveAsync(job with { State = JobState.Running, Step = "2 / 31" }, version, None);
        Assert.Null(await jobs.SaveAsync(job, found.Version, None));
        var problem = new Refusal("standing-errors", 409, "Hatalar var", "Önce düzeltin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = 3L, ["period"] = "2025-01", ["rate"] = 1.50m, ["open"] = true } };
        version = await jobs.SaveAsync(job with { State = JobState.Failed, Problem = problem, Result = new string('ş', 60_000) }, version, None);
        var failed = (await jobs.FindAsync(job.Id, None))!.Value;
        Assert.Equal(problem.Values, failed.Problem!.Values);
        Assert.Equal(60_000, failed.Result!.Length);
        Assert.DoesNotContain(job.Id, await ToListAsync(jobs.ListStaleAsync(Now.AddDays(1), None), stale => stale.Id));
        Assert.NotNull(await jobs.SaveAsync(job with { Run = 2 }, version, None));
        Assert.Contains(job.Id, await ToListAsync(jobs.ListStaleAsync(Now.AddDays(1), None), stale => stale.Id));
        Assert.Equal(1, await jobs.CountOpenAsync(job.Company, None));
    }

    [Fact]
    public async Task A_job_is_sent_on_the_queue_of_its_lane_and_its_message_does_not_expire()
    {
        // Whoever listens to the shared queues would take the message.
        await using var azurite = await Azurite.StartAsync(None);
        await using var services = new ServiceCollection().AddEDefterStorage(azurite.ConnectionString, TimeProvider.System).BuildServiceProvider();
        foreach (var (lane, queue) in ((JobLane, string)[])[(JobLane.Prompt, "jobs"), (JobLane.Heavy, "jobs-heavy"), (JobLane.Background, "jobs-background")])
        {
            await services.GetRequiredService<IJobs>().EnqueueAsync(id + queue, lane, TimeSpan.Zero, None);
            var message = (await StorageClients.Connect(azurite.ConnectionString).Queues.GetQueueClient(queue).ReceiveMessageAsync(cancellationToken: None)).Value;
            Assert.Equal(id + queue, message.Body.ToString());
            Assert.True(message.ExpiresOn is null || message.ExpiresOn > Now.AddYears(100));
        }
    }

    [Fact]
    public async Task A_job_of_any_size_is_kept_and_its_row_stays_small()
    {
        var jobs = storage.Get<IJobs>();
        var accepted = string.Join(',', Enumerable.Range(1, 400_000));
        var job = new Job { Id = "apply-" + id, Kind = "repair-apply", Company = id, Branch = "0000", Request = "[" + accepted + "]", Actor = new Actor("Ayşe Işık", "k"), QueuedAt = Now, TouchedAt = Now };
        var version = await jobs.SaveAsync(job, version: null, None);
        Assert.Equal(job.Request, (await jobs.FindAsync(job.Id, None))!.Value.Request);
        version = await jobs.SaveAsync(job with { State = JobState.Running, Step = "1 / 2" }, version, None);
        Assert.NotNull(await jobs.SaveAsync(job with { State = JobState.Succeeded, Result = "{\"leftOut\":[" + accepted + "]}" }, version, None));
        var found = (await jobs.FindAsync(job.Id, None))!.Value;
        Assert.Equal((job.Request, "{\"leftOut\":[" + accepted + "]}"), (found.Request, found.Result));
        Assert.Equal(2, await storage.Get<IBlobs>().ListAsync(BlobArea.JobTexts, id + "/", None).CountAsync(None));
    }

    [Fact]
    public async Task Keys_are_found_listed_by_company_used_and_revoked_for_good()
    {
        var keys = storage.Get<IKeys>();
        var key = new ApiKey { Id = "k-" + id, Company = id, Role = "erp", Name = "Şirket içi", SecretHash = "ab", CreatedAt = Now };
        await keys.InsertAsync(key, None);
        await keys.InsertAsync(key with { Id = key.Id + "-2" }, None);
        await keys.InsertAsync(key with { Id = "x" + key.Id, Company = id + "-2" }, None);
        Assert.Equal(key, await keys.FindAsync(key.Id, None));
        Assert.Null(await keys.FindAsync("k-" + id + "-3", None));
        Assert.Equal([key.Id, key.Id + "-2"], await ToListAsync(keys.ListAsync(id, None), listed => listed.Id));
        Assert.False(await keys.RevokeAsync(id + "-2", key.Id, Now, None));
        Assert.True(await keys.RevokeAsync(id, key.Id, Now, None));
        await keys.TouchAsync(key, Now.AddMinutes(1), None);
        Assert.Equal(key with { RevokedAt = Now, LastUsedAt = Now.AddMinutes(1) }, await keys.FindAsync(key.Id, None));
        Assert.False(await keys.RevokeAsync(id, "k-none", Now, None));
    }

    [Fact]
    public async Task A_blob_is_streamed_and_its_link_reads_only_it_under_its_file_name()
    {
        var blobs = storage.Get<IBlobs>();
        var name = id + "/2025-01/şube raporu.xlsx";
        Assert.Null(await blobs.OpenAsync(BlobArea.Reports, name, None));
        Assert.False(await blobs.ExistsAsync(BlobArea.Reports, name, None));
        var content = new byte[5_000_000];
        new Random(1).NextBytes(content);
        await using (var stream = await blobs.CreateAsync(BlobArea.Reports, name, "application/zip", None))
            await stream.WriteAsync(content, None);
        Assert.True(await blobs.ExistsAsync(BlobArea.Reports, name, None));
        await using (var stream = await blobs.OpenAsync(BlobArea.Reports, name, None))
        {
            using var read = new MemoryStream();
            await stream!.CopyToAsync(read, None);
            Assert.Equal(content, read.ToArray());
        }

        var link = await blobs.LinkAsync(BlobArea.Reports, name, "Ocak \"2025\" ığüşöç.zip", DateTimeOffset.UtcNow.AddMinutes(5), None);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(link), None);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Ocak \"2025\" ığüşöç.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var write = await http.PutAsync(new Uri(link), new ByteArrayContent([1]), None);
        Assert.False(write.IsSuccessStatusCode);
        using var other = await http.GetAsync(new Uri(link.Replace("2025-01", "2025-02", StringComparison.Ordinal)), None);
        Assert.False(other.IsSuccessStatusCode);
        using var bare = await http.GetAsync(new Uri(link.Split('?')[0]), None);
        Assert.False(bare.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_probe_sees_a_living_storage_and_a_dead_one()
    {
        Assert.Equal(new StorageReach(Tables: true, Blobs: true, Queues: true), await storage.Get<IStorageProbe>().LookAsync(None));
        var dead = StorageClients.Connect("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;");
        Assert.Equal(new StorageReach(Tables: false, Blobs: false, Queues: false), await new StorageProbe(dead, TimeProvider.System).LookAsync(None));
        // Each is asked for itself.
        var half = dead with { Queues = storage.Clients.Queues };
        Assert.Equal(new StorageReach(Tables: false, Blobs: false, Queues: true), await new StorageProbe(half, TimeProvider.System).LookAsync(None));
    }

    private static async Task<List<TResult>> ToListAsync<T, TResult>(IAsyncEnumerable<T> items, Func<T, TResult> select)
    {
        var list = new List<TResult>();
        await foreach (var item in items)
            list.Add(select(item));
        return list;
    }
}
