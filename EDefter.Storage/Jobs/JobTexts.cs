using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Jobs;

/// <summary>
/// Requests and results that a row cannot hold (a person may accept a hundred thousand changes one by one): gzipped in blobs that are named by their
/// content and written before the row that names them.
/// </summary>
internal sealed class JobTexts(IBlobs blobs)
{
    /// <summary>Characters of a text that stays in the row; two of them and the rest of a job are well under a row's 1 MiB.</summary>
    public const int InlineMost = 100_000;

    /// <summary>What the row holds in place of the text: the text itself, or the name of its blob in the column given.</summary>
    public async Task<string?> PutAsync(Job job, string? text, TableRow row, string column, CancellationToken cancellationToken)
    {
        if (text is null || text.Length <= InlineMost)
            return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = $"{RowKeys.Escape(job.Company)}/{RowKeys.Escape(job.Id)}/{Convert.ToHexStringLower(SHA256.HashData(bytes))}.json.gz";
        row.Columns[column] = name;
        // The progress of a job is written many times, its request once.
        if (await blobs.ExistsAsync(BlobArea.JobTexts, name, cancellationToken))
            return string.Empty;
        await using var blob = await blobs.CreateAsync(BlobArea.JobTexts, name, "application/gzip", cancellationToken);
        await using var zip = new GZipStream(blob, CompressionLevel.Fastest);
        // Whoever leaves at this moment must not leave half a text behind: its name says that it is there, and nobody writes it again.
        await zip.WriteAsync(bytes, CancellationToken.None);
        return string.Empty;
    }

    public async Task<string?> GetAsync(string? text, TableRow row, string column, CancellationToken cancellationToken)
    {
        if (row.TextOrNull(column) is not { } name)
            return text;
        await using var blob = await blobs.OpenAsync(BlobArea.JobTexts, name, cancellationToken) ?? throw new InvalidDataException("The text " + name + " is named by its job and missing.");
        await using var zip = new GZipStream(blob, CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
