using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace EDefter.Storage;

/// <summary>The three service clients, with retries and time-outs chosen once.</summary>
internal sealed record StorageClients(TableServiceClient Tables, BlobServiceClient Blobs, QueueServiceClient Queues)
{
    // Five tries over about six seconds outlast a partition move or a throttled second; a function that waits longer blocks its host.
    private const int RetriesMax = 5;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RetryDelayMax = TimeSpan.FromSeconds(4);

    // A table transaction is ended by the service after 30 s; a blob block of 4 MiB may take longer on a slow line.
    private static readonly TimeSpan TableTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BlobTimeout = TimeSpan.FromSeconds(100);

    public static StorageClients Connect(string connectionString) => new(
        new TableServiceClient(connectionString, TableOptions()),
        new BlobServiceClient(connectionString, BlobOptions()),
        new QueueServiceClient(connectionString, QueueOptions()));

    public static StorageClients Connect(StorageAccount account, TokenCredential credential) => new(
        new TableServiceClient(account.Tables, credential, TableOptions()),
        new BlobServiceClient(account.Blobs, credential, BlobOptions()),
        new QueueServiceClient(account.Queues, credential, QueueOptions()));

    private static TableClientOptions TableOptions() => Tuned(new TableClientOptions(), TableTimeout);

    private static BlobClientOptions BlobOptions() => Tuned(new BlobClientOptions(), BlobTimeout);

    // Base64 is what the Functions host expects of a queue message.
    private static QueueClientOptions QueueOptions() => Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, TableTimeout);

    private static TOptions Tuned<TOptions>(TOptions options, TimeSpan timeout)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = RetriesMax;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = RetryDelayMax;
        options.Retry.NetworkTimeout = timeout;
        return options;
    }
}
