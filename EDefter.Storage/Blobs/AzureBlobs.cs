using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Blobs;

/// <summary>Blobs in one private container per <see cref="BlobArea"/>.</summary>
internal sealed class AzureBlobs(BlobServiceClient service, StorageSetup setup, IBlobLinks links) : IBlobs
{
    public async Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        var blob = service.GetBlobContainerClient(StorageNames.Container(area)).GetBlockBlobClient(name);
        return new BlobWriteStream(blob, new BlobHttpHeaders { ContentType = contentType });
    }

    public async Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        try
        {
            return await Blob(area, name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        return await Blob(area, name).ExistsAsync(cancellationToken);
    }

    public async Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        var permission = new BlobSasBuilder(BlobSasPermissions.Read, expiresAt)
        {
            BlobContainerName = StorageNames.Container(area),
            BlobName = name,
            Resource = "b",
            ContentDisposition = Attachment(fileName),
        };
        var link = await links.SignAsync(Blob(area, name), permission, cancellationToken);
        return link.AbsoluteUri;
    }

    /// <summary>RFC 6266: the plain name for old readers, ASCII only and without quotes, and the true one in UTF-8.</summary>
    internal static string Attachment(string fileName)
    {
        var ascii = new StringBuilder(fileName.Length);
        foreach (var c in fileName)
            ascii.Append(c is > '\u001f' and < '\u007f' and not ('"' or '\\' or '/' or '%' or ';') ? c : '_');
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + Uri.EscapeDataString(fileName);
    }

    private BlobClient Blob(BlobArea area, string name) => service.GetBlobContainerClient(StorageNames.Container(area)).GetBlobClient(name);
}
