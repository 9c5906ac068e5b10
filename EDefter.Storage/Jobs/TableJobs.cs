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
/// The queue carries the id only; texts that a row cannot hold lie in blobs (<see cref="JobTexts"/>).
/// </summary>
internal sealed class TableJobs(ITable table, IBlobs blobs, QueueClient queue, StorageSetup setup) : IJobs
{
    private const int Partitions = 16;
    private const string OpenMark = "open:";
    private const string RequestColumn = "RequestBlob";
    private const string ResultColumn = "ResultBlob";

    private readonly JobTexts texts = new(blobs);

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
            actions.Add(TableAction.Insert(new TableRow(Partition(job.Id), OpenKey(job.Id)) { Columns = { ["Job"] = job.Id } }));
        else if (!IsOpen(job) && wasOpen)
            actions.Add(TableAction.Delete(Partition(job.Id), OpenKey(job.Id), TableAction.AnyETag));
        try
        {
            return Version(job, (await table.SubmitAsync(actions, cancellationToken))[0]);
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    public async Task EnqueueAsync(string id, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        await queue.SendMessageAsync(id, cancellationToken);
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

    private static bool IsOpen(Job job) => job.State is JobState.Queued or JobState.Running;

    private static string Version(Job job, string etag) => IsOpen(job) ? OpenMark + etag : etag;

    private static string Partition(string id) => Partition(SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % Partitions);

    private static string Partition(int n) => "jobs|" + n.ToString("x1", CultureInfo.InvariantCulture);

    private static string JobKey(string id) => "job|" + RowKeys.Escape(id);

    private static string OpenKey(string id) => "open|" + RowKeys.Escape(id);
}
