using System.Diagnostics;

namespace EDefter.LocalWorker.Storage;

/// <summary>
/// The storage behind <c>UseDevelopmentStorage=true</c>: what already answers on the ports is used as it is; otherwise Azurite is started
/// with its data in a folder of the repository.
/// </summary>
internal sealed class DevelopmentStorage : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(10);

    private readonly AzuriteFolder folder;
    private readonly AzuriteProcess? started;

    private DevelopmentStorage(AzuriteFolder folder, AzuriteProcess? started)
    {
        this.folder = folder;
        this.started = started;
    }

    /// <summary>This process started Azurite, rather than finding storage there.</summary>
    public bool IsStarted => started is not null;

    public static async Task<DevelopmentStorage> EnsureAsync(string path, AzuritePorts ports, CancellationToken cancellationToken)
    {
        var home = new AzuriteFolder(path);
        using var only = await FileLock.TakeAsync(home.LockFile, cancellationToken);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var states = new[]
            {
                await StorageProbe.AskAsync(ports.Blob, "Blob", cancellationToken),
                await StorageProbe.AskAsync(ports.Queue, "Queue", cancellationToken),
                await StorageProbe.AskAsync(ports.Table, "Table", cancellationToken),
            };
            if (states.All(state => state == PortState.Free))
                return await StartAsync(home, ports, cancellationToken);
            if (states.All(state => state == PortState.Storage) && TryJoin(home))
                return new DevelopmentStorage(home, started: null);

            // An Azurite that is just starting or just closing answers on some ports only; that passes.
            if (states.All(state => state == PortState.Foreign) || waited.Elapsed > SettleLimit)
                throw new LocalStorageException(Occupied(ports, states));
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    /// <summary>Takes leave; the last one to leave waits until Azurite has closed its files.</summary>
    public async ValueTask DisposeAsync()
    {
        var running = folder.ReadState()?.ProcessId;
        var isLast = folder.IsOnlyUser();
        folder.RemoveUser();
        if (isLast && running is { } processId)
            await WaitUntilClosedAsync(processId);
        started?.Dispose();
    }

    private static async Task<DevelopmentStorage> StartAsync(AzuriteFolder home, AzuritePorts ports, CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(cancellationToken);
        var process = await AzuriteProcess.StartAsync(installation, home, ports, inMemory: false, cancellationToken);
        return new DevelopmentStorage(home, process);
    }

    // Registers, unless the Azurite of this folder is on its way out. Storage that is not of this folder belongs to somebody else and does not read the registration.
    private static bool TryJoin(AzuriteFolder home)
    {
        var before = home.ReadState();
        home.AddUser();
        if (before is null || home.ReadState() is { IsClosing: false })
            return true;
        home.RemoveUser();
        return false;
    }

    private static async Task WaitUntilClosedAsync(int processId)
    {
        var waited = Stopwatch.StartNew();
        while (IsAlive(processId) && waited.Elapsed < CloseLimit)
            await Task.Delay(LookEvery);
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Occupied(AzuritePorts ports, PortState[] states)
    {
        var found = $"{ports.Blob}: {states[0]}, {ports.Queue}: {states[1]}, {ports.Table}: {states[2]}";
        return $"Yerel depolama portları başka bir programca kısmen kullanılıyor ({found}). O programı kapatın ya da AzureWebJobsStorage ayarına başka bir bağlantı yazın.\n"
            + $"The ports of local storage are partly taken by another program ({found}). Stop it, or set AzureWebJobsStorage to another connection.";
    }
}
