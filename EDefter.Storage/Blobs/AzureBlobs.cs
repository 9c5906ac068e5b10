using System.Runtime.CompilerServices;
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
    private const int PreconditionFailed = 412;
    private const int OpensAgainMost = 5;

    public async Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        var blob = service.GetBlobContainerClient(StorageNames.Container(area)).GetBlockBlobClient(name);
        return new BlobWriteStream(blob, new BlobHttpHeaders { ContentType = contentType });
    }

    public Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken) => OpenAsync(area, name, condition: null, cancellationToken);

    public Task<Stream?> OpenAsync(BlobArea area, string name, string version, CancellationToken cancellationToken) =>
        OpenAsync(area, name, new BlobRequestConditions { IfMatch = new ETag(version) }, cancellationToken);

    public async Task<BlobFacts?> FindAsync(BlobArea area, string name, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        try
        {
            var found = (await Blob(area, name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return new BlobFacts(name, found.ContentLength, found.ContentType, found.ETag.ToString(), found.LastModified);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<BlobFacts> ListAsync(BlobArea area, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        await foreach (var blob in service.GetBlobContainerClient(StorageNames.Container(area)).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
            yield return new BlobFacts(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.ContentType, blob.Properties.ETag?.ToString() ?? string.Empty, blob.Properties.LastModified ?? default);
    }

    public async Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        await Blob(area, name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
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

    public async Task<string> UploadLinkAsync(BlobArea area, string name, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        var permission = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, expiresAt)
        {
            BlobContainerName = StorageNames.Container(area),
            BlobName = name,
            Resource = "b",
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

    private async Task<Stream?> OpenAsync(BlobArea area, string name, BlobRequestConditions? condition, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        for (var left = OpensAgainMost; ; left--)
        {
            try
            {
                var stream = await Blob(area, name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = condition }, cancellationToken);
                await FetchFirstBlockAsync(stream, cancellationToken);
                return stream;
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound || (condition is not null && exception.Status == PreconditionFailed))
            {
                return null;
            }
            catch (RequestFailedException exception) when (exception.Status == PreconditionFailed && left > 0)
            {
                // Written anew between the look at it and its first block: whoever asks gets what stands there now.
            }
        }
    }

    // The SDK asks for a blob's length when it is opened, and for its bytes when it is read, on condition that nobody has written it anew since. A report's head is: the same check run
    // once more has the same name. So the first 4 MiB come now, in one piece, and stay in the stream.
    private static async Task FetchFirstBlockAsync(Stream stream, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        _ = await stream.ReadAsync(one, cancellationToken);
        stream.Position = 0;
    }

    private BlobClient Blob(BlobArea area, string name) => service.GetBlobContainerClient(StorageNames.Container(area)).GetBlobClient(name);
}
