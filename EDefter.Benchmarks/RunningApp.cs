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

    private RunningApp(Process app, Azurite storage, Uri address)
    {
        this.app = app;
        this.storage = storage;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };
    }

    public HttpClient Client { get; }

    /// <summary>User and system seconds of the application since it was started.</summary>
    public double CpuSeconds
    {
        get
        {
            app.Refresh();
            return app.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Peak of the application's resident memory, in MB (10⁶ bytes).</summary>
    public double PeakMegabytes
    {
        get
        {
            app.Refresh();
            return app.PeakWorkingSet64 / 1e6;
        }
    }

    public static async Task<RunningApp> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("edefter-benchmark").FullName;
        var azurite = await Azurite.StartAsync(folder, CancellationToken.None);
        var start = new ProcessStartInfo("dotnet", [typeof(EDefterApplication).Assembly.Location, "--port", "0"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["AzureWebJobsStorage"] = azurite.ConnectionString;
        start.Environment["EDEFTER_ADMIN_KEY"] = AdminKey;
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new RunningApp(process, azurite, new Uri(match.Groups["address"].Value));
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The application ended with {process.ExitCode}."));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        app.Kill();
        await app.WaitForExitAsync();
        app.Dispose();
        await storage.DisposeAsync();
    }

    [GeneratedRegex("Now listening on: (?<address>http://[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
