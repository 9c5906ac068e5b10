using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace EDefter.Storage.Blobs;

/// <summary>Signs with the key of the connection string.</summary>
internal sealed class AccountKeyLinks : IBlobLinks
{
    public Task<Uri> SignAsync(BlobClient blob, BlobSasBuilder permission, CancellationToken cancellationToken) =>
        blob.CanGenerateSasUri
            ? Task.FromResult(blob.GenerateSasUri(permission))
            : throw new InvalidOperationException("The connection string carries no account key, so no link can be signed.");
}
