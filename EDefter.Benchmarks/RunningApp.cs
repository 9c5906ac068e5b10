using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EDefter.Functions;
using EDefter.LocalWorker.Storage;

namespace EDefter.Benchmarks;

/// <summary>The application as a process of its own over a storage emulator of its own, so that its processor time and memory are its alone.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    public const string AdminKey = "benchmark-admin-key";

    private readonly Process app;
    private readonly Azurite storage;
    private readonly Process emulator;
    private readonly string? folder;

    private RunningApp(Process app, Azurite storage, Uri address, string? folder)
    {
        this.app = app;
        this.storage = storage;
        this.folder = folder;
        emulator = Process.GetProcessById(storage.ProcessId);
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };
    }

    public HttpClient Client { get; }

    /// <summary>Of the storage emulator.</summary>
    public string StorageConnection => storage.ConnectionString;

    /// <summary>User and system seconds of the application since it was started.</summary>
    public double CpuSeconds => Cpu(app);

    /// <summary>Peak of the application's resident memory, in MB (10⁶ bytes).</summary>
    public double PeakMegabytes => Megabytes(app, static process => process.PeakWorkingSet64);

    /// <summary>The application's resident memory at the moment, in MB.</summary>
    public double Megabytes() => Megabytes(app, static process => process.WorkingSet64);

    /// <summary>User and system seconds of the storage emulator since it was started.</summary>
    public double StorageCpuSeconds => Cpu(emulator);

    /// <summary>Peak of the storage emulator's resident memory, in MB.</summary>
    public double StoragePeakMegabytes => Megabytes(emulator, static process => process.PeakWorkingSet64);

    /// <summary>Starts it over a storage emulator that keeps its data in files.</summary>
    public static async Task<RunningApp> StartAsync()
    {
        var root = Directory.CreateTempSubdirectory("edefter-benchmark").FullName;
        return await StartAsync(await Azurite.StartAsync(root, CancellationToken.None), root);
    }

    /// <summary>Starts it over a storage emulator that writes no files: with files it writes every row anew as one text, and ends when that is longer than a text may be.</summary>
    public static async Task<RunningApp> StartInMemoryAsync() => await StartAsync(await Azurite.StartAsync(CancellationToken.None), folder: null);

    /// <summary>Starts one more instance of the application over the same storage.</summary>
    public async Task<Process> StartAnotherAsync() => (await StartInstanceAsync(storage)).Process;

    /// <summary>User and system seconds of a process since it was started.</summary>
    public static double Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await EndAsync(app);
        emulator.Dispose();
        await CloseAsync(storage, folder);
    }

    /// <summary>Ends an instance at once.</summary>
    public static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<RunningApp> StartAsync(Azurite azurite, string? folder)
    {
        try
        {
            var (process, address) = await StartInstanceAsync(azurite);
            return new RunningApp(process, azurite, address, folder);
        }
        catch
        {
            await CloseAsync(azurite, folder);
            throw;
        }
    }

    private static async Task CloseAsync(Azurite azurite, string? folder)
    {
        await azurite.DisposeAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<(Process Process, Uri Address)> StartInstanceAsync(Azurite azurite)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EDefterApplication).Assembly.Location, "--port", "0"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["AzureWebJobsStorage"] = azurite.ConnectionString;
        start.Environment["EDEFTER_ADMIN_KEY"] = AdminKey;
        // What is measured is the work, not the wait between requests.
        start.Environment["EDEFTER_REQUESTS_PER_MINUTE"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return (process, new Uri(match.Groups["address"].Value));
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The application ended with {process.ExitCode}."));
    }

    private static double Megabytes(Process process, Func<Process, long> bytes)
    {
        process.Refresh();
        return bytes(process) / 1e6;
    }

    [GeneratedRegex(": (?<address>http://[^ ]+/)api/health", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
