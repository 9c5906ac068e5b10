using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EDefter.LocalWorker.Timers;

/// <summary>A blob's lease: who holds it is the one instance that fires this timer.</summary>
internal sealed class TimerLock(BlobClient blob, TimeSpan duration)
{
    private readonly BlobLeaseClient lease = blob.GetBlobLeaseClient();

    public TimeSpan Duration => duration;

    public async Task<bool> TryTakeAsync()
    {
        try
        {
            await lease.AcquireAsync(duration);
            return true;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            await CreateAsync();
            return false;
        }
        catch (RequestFailedException held) when (held.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return false;
        }
    }

    /// <summary>Holds it for another <see cref="Duration"/>.</summary>
    /// <returns>False: it was lost.</returns>
    public async Task<bool> TryRenewAsync()
    {
        try
        {
            await lease.RenewAsync();
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Lets another instance have it at once.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            // It had run out already; there is nothing to give back.
        }
    }

    private async Task CreateAsync()
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: false);
        }
        catch (RequestFailedException made) when (made.Status is 409 or 412)
        {
            // Another instance was faster.
        }
    }
}
