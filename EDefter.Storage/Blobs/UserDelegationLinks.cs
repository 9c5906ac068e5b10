using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace EDefter.Storage.Blobs;

/// <summary>Signs with a user delegation key, asked for at each link: links are rare, and a kept key would have to be watched for its end.</summary>
internal sealed class UserDelegationLinks(BlobServiceClient service, TimeProvider time) : IBlobLinks
{
    public async Task<Uri> SignAsync(BlobClient blob, BlobSasBuilder permission, CancellationToken cancellationToken)
    {
        var key = await service.GetUserDelegationKeyAsync(time.GetUtcNow().AddMinutes(-5), permission.ExpiresOn, cancellationToken);
        return new BlobUriBuilder(blob.Uri) { Sas = permission.ToSasQueryParameters(key.Value, service.AccountName) }.ToUri();
    }
}
