using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace EDefter.Storage.Blobs;

/// <summary>Signs a link to one blob: with the account's key locally, with a delegation key where the account is reached by identity.</summary>
internal interface IBlobLinks
{
    Task<Uri> SignAsync(BlobClient blob, BlobSasBuilder permission, CancellationToken cancellationToken);
}
