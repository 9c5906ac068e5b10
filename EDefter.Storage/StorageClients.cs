using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace EDefter.Storage;

/// <summary>The three service clients, with retries and time-outs chosen once (docs/decisions/retries.md).</summary>
internal sealed record StorageClients(TableServiceClient Tables, BlobServiceClient Blobs, QueueServiceClient Queues)
{
    // Six tries with six seconds of pauses between them outlast a partition move or a throttled second; a function that waits longer blocks its host.
    private const int RetriesMax = 5;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RetryDelayMax = TimeSpan.FromSeconds(4);

    // The service itself ends a table operation after 30 s, and a blob's block of 4 MiB needs less on any line that a server has. All tries together end before
    // Azure ends the request at 230 s, so that the caller hears why.
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(30);

    public static StorageClients Connect(string connectionString) => new(
        new TableServiceClient(connectionString, TableOptions()),
        new BlobServiceClient(connectionString, BlobOptions()),
        new QueueServiceClient(connectionString, QueueOptions()));

    public static StorageClients Connect(StorageAccount account, TokenCredential credential) => new(
        new TableServiceClient(account.Tables, credential, TableOptions()),
        new BlobServiceClient(account.Blobs, credential, BlobOptions()),
        new QueueServiceClient(account.Queues, credential, QueueOptions()));

    private static TableClientOptions TableOptions() => Tuned(new TableClientOptions());

    private static BlobClientOptions BlobOptions() => Tuned(new BlobClientOptions());

    // Base64 is what the Functions host expects of a queue message.
    private static QueueClientOptions QueueOptions() => Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private static TOptions Tuned<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = RetriesMax;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = RetryDelayMax;
        options.Retry.NetworkTimeout = TryTimeout;
        return options;
    }
}
