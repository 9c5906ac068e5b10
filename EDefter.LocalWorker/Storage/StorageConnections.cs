using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace EDefter.LocalWorker.Storage;

/// <summary>Clients by the name of the setting that holds their connection string.</summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    private const string Default = "AzureWebJobsStorage";

    public static bool IsDevelopmentStorage(string? connectionString) =>
        connectionString?.Trim(' ', ';').Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Messages pass as they are; who uses the client encodes and decodes them.</summary>
    public QueueServiceClient GetQueues(string? connection) => new(GetConnectionString(connection));

    public BlobServiceClient GetBlobs(string? connection) => new(GetConnectionString(connection));

    // The Azure host looks for "AzureWebJobs" + name before the name itself.
    private string GetConnectionString(string? connection)
    {
        var name = string.IsNullOrEmpty(connection) ? Default : connection;
        return configuration["AzureWebJobs" + name] ?? configuration[name] ?? configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"The setting '{name}' with a storage connection string is missing (EDefter.LocalWorker knows no identity-based connections)");
    }
}
