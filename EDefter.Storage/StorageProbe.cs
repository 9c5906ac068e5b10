using Azure;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage;

/// <summary>One cheap read of each service, all within the time of a health check.</summary>
internal sealed class StorageProbe(StorageClients clients, TimeProvider time) : IStorageProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await Task.WhenAll(
                clients.Tables.GetTableClient(StorageNames.BooksTable).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("health", "health", cancellationToken: stop.Token),
                clients.Blobs.GetBlobContainerClient(StorageNames.ArchivesContainer).ExistsAsync(stop.Token),
                clients.Queues.GetQueueClient(StorageNames.JobsQueue).ExistsAsync(stop.Token));
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
        catch (AggregateException)
        {
            // The SDK's sum of all its tries.
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
