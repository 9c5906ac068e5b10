using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Queues;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Jobs;

/// <summary>
/// Table <c>Jobs</c> in sixteen partitions by hash of the id. <c>job|{id}</c> holds the job; <c>open|{id}</c> stands beside it while the job is
/// queued or running, written and removed in the job's own transaction, so that stale jobs are found without reading the finished ones.
/// A queue for each lane carries the id only; texts that a row cannot hold lie in blobs (<see cref="JobTexts"/>).
/// </summary>
internal sealed class TableJobs(ITable table, IBlobs blobs, QueueServiceClient queues, StorageSetup setup, TimeProvider time) : IJobs
{
    private const int Partitions = 16;
    private const string CompanyColumn = "Company";
    private const string OpenMark = "open:";
    private const string RequestColumn = "RequestBlob";
    private const string ResultColumn = "ResultBlob";

    // How old the count of open jobs may be: it keeps a company from asking for thousands, and one more or less is no matter.
    private static readonly TimeSpan CountAge = TimeSpan.FromSeconds(2);

    // A queue keeps a message for seven days unless told otherwise.
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly JobTexts texts = new(blobs);
    private readonly SemaphoreSlim oneCount = new(1, 1);
    private volatile ConcurrentDictionary<string, int> openByCompany = new(StringComparer.Ordinal);
    private DateTimeOffset countedAt = DateTimeOffset.MinValue;

    public async Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition(id), JobKey(id), cancellationToken);
        if (row is null)
            return null;
        var job = StorageJson.Read<Job>(TextColumns.Read(row));
        job = job with
        {
            Request = await texts.GetAsync(job.Request, row, RequestColumn, cancellationToken) ?? string.Empty,
            Result = await texts.GetAsync(job.Result, row, ResultColumn, cancellationToken),
        };
        return new Versioned<Job>(job, Version(job, row.ETag));
    }

    public async Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition(job.Id), JobKey(job.Id));
        var kept = job with
        {
            Request = await texts.PutAsync(job, job.Request, row, RequestColumn, cancellationToken) ?? string.Empty,
            Result = await texts.PutAsync(job, job.Result, row, ResultColumn, cancellationToken),
        };
        TextColumns.Write(row, StorageJson.Write(kept));
        // The version tells whether the open row stands: it is written in the same transaction, always.
        var wasOpen = version?.StartsWith(OpenMark, StringComparison.Ordinal) == true;
        var actions = new List<TableAction> { TableAction.Write(row, wasOpen ? version![OpenMark.Length..] : version) };
        if (IsOpen(job) && !wasOpen)
            actions.Add(TableAction.Insert(OpenRow(job)));
        else if (!IsOpen(job) && wasOpen)
            actions.Add(TableAction.Delete(Partition(job.Id), OpenKey(job.Id), TableAction.AnyETag));
        try
        {
            var etag = (await table.SubmitAsync(actions, cancellationToken))[0];
            if (IsOpen(job) && !wasOpen && job.Parent is null)
                openByCompany.AddOrUpdate(job.Company, 1, static (_, open) => open + 1);
            return Version(job, etag);
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    public async Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        await queues.GetQueueClient(StorageNames.Queue(lane)).SendMessageAsync(id, delay, ForEver, cancellationToken);
    }

    public async Task<int> CountOpenAsync(string company, CancellationToken cancellationToken)
    {
        await oneCount.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - countedAt > CountAge)
            {
                openByCompany = await CountAsync(cancellationToken);
                countedAt = time.GetUtcNow();
            }

            return openByCompany.GetValueOrDefault(company);
        }
        finally
        {
            oneCount.Release();
        }
    }

    public async IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var n = 0; n < Partitions; n++)
        {
            await foreach (var open in table.QueryAsync(TableRange.Prefix(Partition(n), "open|"), cancellationToken))
            {
                if (await FindAsync(open.Text("Job"), cancellationToken) is { Value: var job } && IsOpen(job) && job.TouchedAt < before)
                    yield return job;
            }
        }
    }

    private async Task<ConcurrentDictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, Partitions).Select(n => CompaniesOfOpenAsync(n, cancellationToken)));
        return new ConcurrentDictionary<string, int>(open.SelectMany(companies => companies).CountBy(company => company, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private async Task<List<string>> CompaniesOfOpenAsync(int partition, CancellationToken cancellationToken)
    {
        var companies = new List<string>();
        await foreach (var open in table.QueryAsync(TableRange.Prefix(Partition(partition), "open|"), cancellationToken))
        {
            if (open.Columns.TryGetValue(CompanyColumn, out var company))
                companies.Add((string)company);
        }

        return companies;
    }

    // The parts of a job are the house's doing, and do not count against the company.
    private static TableRow OpenRow(Job job)
    {
        var row = new TableRow(Partition(job.Id), OpenKey(job.Id)) { Columns = { ["Job"] = job.Id } };
        if (job.Parent is null)
            row.Columns[CompanyColumn] = job.Company;
        return row;
    }

    private static bool IsOpen(Job job) => job.State is JobState.Queued or JobState.Running;

    private static string Version(Job job, string etag) => IsOpen(job) ? OpenMark + etag : etag;

    private static string Partition(string id) => Partition(SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % Partitions);

    private static string Partition(int n) => "jobs|" + n.ToString("x1", CultureInfo.InvariantCulture);

    private static string JobKey(string id) => "job|" + RowKeys.Escape(id);

    private static string OpenKey(string id) => "open|" + RowKeys.Escape(id);
}
