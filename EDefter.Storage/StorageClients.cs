using Azure.Core;
using Azure.Core.Pipeline;
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

    /// <param name="connectionString">Of an account, or of Azurite.</param>
    /// <param name="transport">What requests travel over; null for the SDK's own.</param>
    public static StorageClients Connect(string connectionString, HttpPipelineTransport? transport = null) => new(
        new TableServiceClient(connectionString, TableOptions(transport)),
        new BlobServiceClient(connectionString, BlobOptions(transport)),
        new QueueServiceClient(connectionString, QueueOptions(transport)));

    public static StorageClients Connect(StorageAccount account, TokenCredential credential) => new(
        new TableServiceClient(account.Tables, credential, TableOptions(transport: null)),
        new BlobServiceClient(account.Blobs, credential, BlobOptions(transport: null)),
        new QueueServiceClient(account.Queues, credential, QueueOptions(transport: null)));

    private static TableClientOptions TableOptions(HttpPipelineTransport? transport) => Tuned(new TableClientOptions(), transport);

    private static BlobClientOptions BlobOptions(HttpPipelineTransport? transport) => Tuned(new BlobClientOptions(), transport);

    // Base64 is what the Functions host expects of a queue message.
    private static QueueClientOptions QueueOptions(HttpPipelineTransport? transport) => Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, transport);

    private static TOptions Tuned<TOptions>(TOptions options, HttpPipelineTransport? transport)
        where TOptions : ClientOptions
    {
        if (transport is not null)
            options.Transport = transport;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = RetriesMax;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = RetryDelayMax;
        options.Retry.NetworkTimeout = TryTimeout;
        return options;
    }
}
