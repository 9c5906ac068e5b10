using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Timers;

/// <summary>When a timer last ran and should run next, kept in storage so that a missed run is noticed.</summary>
internal sealed class TimerMemory(BlobClient blob)
{
    public async Task<ScheduleStatus?> ReadAsync()
    {
        try
        {
            var content = await blob.DownloadContentAsync();
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public Task WriteAsync(ScheduleStatus status) =>
        blob.UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(status)), overwrite: true);
}
