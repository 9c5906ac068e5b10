namespace EDefter.Functions.Http;

/// <summary>A seekable place for what must not stand in memory; deleted when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>All that a stream holds, from its beginning.</summary>
    public static async Task<Stream> OfAsync(Stream source, CancellationToken cancellationToken)
    {
        Stream file = Create();
        try
        {
            await source.CopyToAsync(file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }
}
