namespace EDefter.LocalWorker.Storage;

/// <summary>One process at a time: the lock is an open file, so it ends with its holder, however that ends.</summary>
internal static class FileLock
{
    /// <summary>Waits until no other process holds <paramref name="path"/>.</summary>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Held by another process: look again shortly.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
