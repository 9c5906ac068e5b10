using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage;

/// <summary>Creates the tables, containers and queues that are missing, once per process; a failed try is tried again by the next caller.</summary>
public sealed class StorageSetup
{
    private readonly StorageClients clients;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile bool ready;

    internal StorageSetup(StorageClients clients) => this.clients = clients;

    /// <summary>Returns when everything stands. Every adapter asks before its first call; a health check may ask too.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (ready)
            return;
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (ready)
                return;
            await CreateAsync(cancellationToken);
            ready = true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Lets pages of these origins, and of no others, write through links to upload with.</summary>
    /// <param name="origins">Scheme, host and port of each.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task AllowUploadsFromAsync(IEnumerable<string> origins, CancellationToken cancellationToken)
    {
        var properties = (await clients.Blobs.GetPropertiesAsync(cancellationToken)).Value;
        properties.Cors = [.. (properties.Cors ?? []).Where(rule => !UploadCors.IsOurs(rule)), UploadCors.RuleFor(origins)];
        await clients.Blobs.SetPropertiesAsync(properties, cancellationToken);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var table in (string[])[StorageNames.BooksTable, StorageNames.CompaniesTable, StorageNames.JobsTable, StorageNames.KeysTable, StorageNames.AcknowledgementsTable, StorageNames.WebhooksTable, StorageNames.AuditTable])
            await clients.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        foreach (var area in Enum.GetValues<BlobArea>())
            await clients.Blobs.GetBlobContainerClient(StorageNames.Container(area)).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var lane in Enum.GetValues<JobLane>())
            await clients.Queues.GetQueueClient(StorageNames.Queue(lane)).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await clients.Queues.GetQueueClient(StorageNames.WebhooksQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
