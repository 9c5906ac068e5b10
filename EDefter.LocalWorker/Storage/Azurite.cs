using System.Globalization;

namespace EDefter.LocalWorker.Storage;

/// <summary>
/// A storage emulator of one's own, for tests: on free ports, beside any other, gone with the process that started it (even when that is
/// killed). In memory unless a folder is given.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's account and key are public and the same everywhere.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Task<Azurite>> Shared = new(StartSharedAsync);

    private readonly AzuriteProcess process;
    private readonly AzuriteFolder folder;
    private readonly bool ownsFolder;
    private bool isStopped;

    private Azurite(AzuriteProcess process, AzuriteFolder folder, bool ownsFolder)
    {
        this.process = process;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
    }

    /// <summary>For <c>AzureWebJobsStorage</c> and for every client of Azure.Storage and Azure.Data.Tables.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{process.Ports.Blob}/{Account};QueueEndpoint=http://127.0.0.1:{process.Ports.Queue}/{Account};TableEndpoint=http://127.0.0.1:{process.Ports.Table}/{Account};");

    public int BlobPort => process.Ports.Blob;

    public int QueuePort => process.Ports.Queue;

    public int TablePort => process.Ports.Table;

    public int ProcessId => process.Id;

    /// <summary>The one instance (in memory) that all tests of this process share; it is started on first use and ends with the process. Never dispose it.</summary>
    public static Task<Azurite> SharedAsync() => Shared.Value;

    /// <summary>Starts an instance in memory, on free ports.</summary>
    /// <exception cref="LocalStorageException">Node.js is missing, or Azurite did not start; the message says what to do.</exception>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(cancellationToken);
        var home = new AzuriteFolder(Directory.CreateTempSubdirectory("edefter-azurite-").FullName);
        var started = await AzuriteProcess.StartAsync(installation, home, AzuritePorts.Free, inMemory: true, cancellationToken);
        return new Azurite(started, home, ownsFolder: true);
    }

    /// <summary>Starts an instance on free ports that keeps its data in <paramref name="path"/>.</summary>
    /// <exception cref="LocalStorageException">Node.js is missing, or Azurite did not start; the message says what to do.</exception>
    public static async Task<Azurite> StartAsync(string path, CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(cancellationToken);
        var home = new AzuriteFolder(path);
        var started = await AzuriteProcess.StartAsync(installation, home, AzuritePorts.Free, inMemory: false, cancellationToken);
        return new Azurite(started, home, ownsFolder: false);
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Closes it in order; a folder made for it is removed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isStopped)
            return;
        isStopped = true;
        folder.RemoveUser();
        using var limit = new CancellationTokenSource(CloseLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        if (ownsFolder)
            Directory.Delete(folder.Path, recursive: true);
    }

    // Nothing in memory is worth an orderly end, but the folder should not stay behind.
    private static async Task<Azurite> StartSharedAsync()
    {
        var shared = await StartAsync(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            shared.process.Kill();
            shared.process.WaitForExit();
            Directory.Delete(shared.folder.Path, recursive: true);
        };
        return shared;
    }
}
