using Azure;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage;

/// <summary>One cheap read of each service, all within the time of a health check.</summary>
internal sealed class StorageProbe(StorageClients clients, TimeProvider time) : IStorageProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async Task<StorageReach> LookAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answered = await Task.WhenAll(
            AnswersAsync(clients.Tables.GetTableClient(StorageNames.BooksTable).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("health", "health", cancellationToken: stop.Token), cancellationToken),
            AnswersAsync(clients.Blobs.GetBlobContainerClient(StorageNames.ArchivesContainer).ExistsAsync(stop.Token), cancellationToken),
            AnswersAsync(clients.Queues.GetQueueClient(StorageNames.JobsQueue).ExistsAsync(stop.Token), cancellationToken));
        return new StorageReach(answered[0], answered[1], answered[2]);
    }

    private static async Task<bool> AnswersAsync(Task asked, CancellationToken cancellationToken)
    {
        try
        {
            await asked;
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
