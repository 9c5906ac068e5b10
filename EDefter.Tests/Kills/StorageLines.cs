using EDefter.LocalWorker.Storage;

namespace EDefter.Tests.Kills;

/// <summary>The lines between the program and the three services of its storage.</summary>
internal sealed class StorageLines : IAsyncDisposable
{
    private readonly List<StorageLine> lines = [];
    private int left = int.MaxValue;
    private Func<Task> act = static () => Task.CompletedTask;

    private StorageLines()
    {
    }

    /// <summary>For a program that is to go over these lines.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    public static async Task<StorageLines> StartAsync(Azurite storage, CancellationToken cancellationToken)
    {
        var started = new StorageLines();
        var connection = storage.ConnectionString;
        foreach (var port in (int[])[storage.BlobPort, storage.QueuePort, storage.TablePort])
        {
            var line = await StorageLine.StartAsync(port, started.WrittenAsync, cancellationToken);
            started.lines.Add(line);
            connection = connection.Replace($":{port}/", $":{line.Port}/", StringComparison.Ordinal);
        }

        started.ConnectionString = connection;
        return started;
    }

    /// <summary>Acts once, as soon as so many more writes stand, before the last of them is answered.</summary>
    public void After(int writes, Func<Task> what)
    {
        act = what;
        Volatile.Write(ref left, writes);
    }

    /// <summary>Whatever was to be done is not done any more.</summary>
    public void Calm() => Volatile.Write(ref left, int.MaxValue);

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    private Task WrittenAsync() => Interlocked.Decrement(ref left) == 0 ? act() : Task.CompletedTask;
}
