using EDefter.LocalWorker.Storage;

namespace EDefter.Tests.Kills;

/// <summary>The lines between the program and the three services of its storage.</summary>
internal sealed class StorageLines : IAsyncDisposable
{
    private readonly List<StorageLine> lines = [];
    private readonly Lock gate = new();
    private int left;
    private Func<StorageWrite, bool>? counted;
    private Func<Task> act = static () => Task.CompletedTask;
    private HeldWrite? held;

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
            var line = await StorageLine.StartAsync(port, port == storage.TablePort, started.ArrivesAsync, started.StandsAsync, cancellationToken);
            started.lines.Add(line);
            connection = connection.Replace($":{port}/", $":{line.Port}/", StringComparison.Ordinal);
        }

        started.ConnectionString = connection;
        return started;
    }

    /// <summary>Acts once, as soon as so many more writes of a kind stand, before the last of them is answered.</summary>
    public void After(int writes, Func<StorageWrite, bool> which, Func<Task> what)
    {
        lock (gate)
            (left, counted, act) = (writes, which, what);
    }

    /// <summary>Holds back the next write of a kind until it is released.</summary>
    public HeldWrite Hold(Func<StorageWrite, bool> which) => held = new HeldWrite(which);

    /// <summary>Whatever was to be done is not done any more.</summary>
    /// <returns>Whether it was done before.</returns>
    public bool Calm()
    {
        lock (gate)
        {
            var wasDone = counted is null;
            counted = null;
            return wasDone;
        }
    }

    public async ValueTask DisposeAsync()
    {
        held?.Release();
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    private Task ArrivesAsync(StorageWrite write) => held?.PassAsync(write) ?? Task.CompletedTask;

    private Task StandsAsync(StorageWrite write)
    {
        lock (gate)
        {
            if (counted?.Invoke(write) != true || --left > 0)
                return Task.CompletedTask;
            counted = null;
        }

        return act();
    }
}
