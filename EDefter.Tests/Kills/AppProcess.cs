using System.Diagnostics;
using System.Text;
using EDefter.Functions;

namespace EDefter.Tests.Kills;

/// <summary>The program as a process of its own, over the storage given; it can be killed as a power cut would.</summary>
internal sealed class AppProcess : IDisposable
{
    public const string AdminKey = "kill-test-admin-key";

    // What the program says when it listens; the rest of the line is an address under it.
    private const string Announcement = "EDefter çalışıyor: ";

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task output;

    private AppProcess(Process process, Uri address, Task<string> errors)
    {
        this.process = process;
        this.errors = errors;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        // Nobody reads what it says later, but a full pipe would stop it.
        output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public HttpClient Client { get; }

    /// <param name="storage">The storage account.</param>
    /// <param name="settings">Settings besides the usual ones, or instead of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<AppProcess> StartAsync(string storage, IReadOnlyDictionary<string, string>? settings, CancellationToken cancellationToken)
    {
        var command = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[typeof(EDefterApplication).Assembly.Location, "--port", "0"])
            command.ArgumentList.Add(argument);
        command.Environment["AzureWebJobsStorage"] = storage;
        command.Environment["EDEFTER_ADMIN_KEY"] = AdminKey;
        command.Environment["EDEFTER_WEBHOOK_KEY"] = "kill-test-webhook-key-of-the-server";
        // The message that a dead process held comes back after this long. Not sooner: a living one that a busy machine keeps from renewing it for three quarters of this loses
        // one of the five deliveries, and a job that needs more has failed.
        command.Environment["EDefterLocal__MessageLease"] = "00:00:04";
        // It is asked in haste whether it is done.
        command.Environment["EDEFTER_REQUESTS_PER_MINUTE"] = "0";
        command.Environment["Logging__LogLevel__Default"] = "None";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            command.Environment[name] = value;
        var started = Process.Start(command) ?? throw new InvalidOperationException("The program did not start.");
        var said = started.StandardError.ReadToEndAsync(cancellationToken);
        while (await started.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
                return new AppProcess(started, new Uri(new Uri(line[Announcement.Length..]), "/"), said);
        }

        throw new InvalidOperationException("The program ended before it listened: " + await said);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => process.Kill();

    /// <summary>As <see cref="Kill"/>, and it is gone.</summary>
    public Task KillAsync()
    {
        Kill();
        return process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM: what a platform sends before it takes an instance away.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Waits until a killed process is gone.</summary>
    /// <exception cref="InvalidOperationException">It lives: whatever the caller met was not its death.</exception>
    public async Task EndAsync(Exception? met)
    {
        using var limit = new CancellationTokenSource(EndLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException("The program lives and does not answer.", met);
        }

        await Task.WhenAll(errors, output);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        Client.Dispose();
        process.Dispose();
    }
}
