using System.ComponentModel;
using System.Diagnostics;

namespace EDefter.LocalWorker.Storage;

/// <summary>
/// The pinned Azurite under <c>tools/azurite</c> of the repository. It is installed by <c>npm ci</c> on first use: exactly the versions
/// of the lock file, nothing newer.
/// </summary>
internal sealed class AzuriteInstallation
{
    private const string NodeMissing =
        "Yerel depolama (Azurite) için Node.js gerekir ve bu bilgisayarda bulunamadı. Node.js 20 veya üstünü kurun (https://nodejs.org), sonra komutu yeniden çalıştırın; ya da 10000–10002 portlarında kendi Azurite'inizi başlatın.\n"
        + "Local storage (Azurite) needs Node.js, which was not found. Install Node.js 20 or later (https://nodejs.org) and run the command again, or start an Azurite of your own on ports 10000–10002.";

    private AzuriteInstallation(string folder) => Folder = folder;

    public string Folder { get; }

    public string StartScript => Path.Combine(Folder, "start.js");

    private string InstalledManifest => Path.Combine(Folder, "node_modules", "azurite", "package.json");

    // npm writes this file last: without it an installation was interrupted.
    private string InstalledLock => Path.Combine(Folder, "node_modules", ".package-lock.json");

    /// <summary>Finds the tool's folder above the binaries or the current folder and installs Azurite if it is not there yet.</summary>
    /// <exception cref="LocalStorageException">The folder, Node.js or npm is missing, or the installation failed.</exception>
    public static async Task<AzuriteInstallation> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Hosting.RepositoryFolder.Find() is { } repository
            ? Path.Combine(repository, "tools", "azurite")
            : throw new LocalStorageException("tools/azurite klasörü bulunamadı: depo klasöründen çalıştırın. / The folder tools/azurite was not found: run from inside the repository.");
        var installation = new AzuriteInstallation(folder);
        if (installation.IsComplete())
            return installation;
        using var only = await FileLock.TakeAsync(Path.Combine(folder, ".install.lock"), cancellationToken);
        if (!installation.IsComplete())
            await installation.InstallAsync(cancellationToken);
        return installation;
    }

    /// <summary>Starts a command and explains, should it be missing, what to install.</summary>
    public static Process StartCommand(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command) ?? throw new LocalStorageException(NodeMissing);
        }
        catch (Win32Exception missing)
        {
            throw new LocalStorageException(NodeMissing, missing);
        }
    }

    private bool IsComplete() => File.Exists(InstalledManifest) && File.Exists(InstalledLock);

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("Azurite ilk kullanım için kuruluyor (npm ci), bir iki dakika sürebilir… / Installing Azurite for first use (npm ci), this may take a minute or two…");
        var command = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = StartCommand(command);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0 || !IsComplete())
            throw new LocalStorageException($"Azurite kurulamadı. / Azurite could not be installed: npm ci ({Folder}) → {npm.ExitCode}\n{await output}\n{await errors}");
    }
}
