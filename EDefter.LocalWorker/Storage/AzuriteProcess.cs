using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EDefter.LocalWorker.Storage;

/// <summary>A running Azurite that this process started, and its registration as a user of it.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    // Azurite takes a second or two; a machine that is busy with a build takes longer.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process process;

    private AzuriteProcess(Process process, AzuritePorts ports)
    {
        this.process = process;
        Ports = ports;
    }

    public AzuritePorts Ports { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts Azurite and waits until all three services listen.</summary>
    /// <param name="folder">Holds the data (unless in memory), the log, the pid file and the users.</param>
    /// <exception cref="LocalStorageException">It ended, or did not listen in time; the message carries its log.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteInstallation installation, AzuriteFolder folder, AzuritePorts ports, bool inMemory, CancellationToken cancellationToken)
    {
        folder.AddUser();
        File.Delete(folder.LogFile);
        var node = AzuriteInstallation.StartCommand(Command(installation, folder, ports, inMemory));
        try
        {
            var listening = await WaitUntilListeningAsync(node, folder, cancellationToken);
            return new AzuriteProcess(node, listening);
        }
        catch
        {
            node.Kill(entireProcessTree: true);
            node.Dispose();
            folder.RemoveUser();
            throw;
        }
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    public void WaitForExit() => process.WaitForExit();

    public Task WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    public void Dispose() => process.Dispose();

    private static ProcessStartInfo Command(AzuriteInstallation installation, AzuriteFolder folder, AzuritePorts ports, bool inMemory)
    {
        var command = new ProcessStartInfo("node") { WorkingDirectory = folder.Path };
        foreach (var argument in (string[])[installation.StartScript, folder.UsersFolder, folder.LogFile, folder.PidFile])
            command.ArgumentList.Add(argument);
        foreach (var (option, port) in (ReadOnlySpan<(string, int)>)[("--blobPort", ports.Blob), ("--queuePort", ports.Queue), ("--tablePort", ports.Table)])
        {
            command.ArgumentList.Add(option);
            command.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        }

        // The storage packages speak a newer service version than Azurite announces; what they use of it works.
        // Not loose: headers and parameters that Azurite does not know should be heard of here, not first on Azure.
        foreach (var argument in (string[])["--skipApiVersionCheck", "--silent", "--disableTelemetry"])
            command.ArgumentList.Add(argument);
        foreach (var argument in inMemory ? (string[])["--inMemoryPersistence"] : ["--location", folder.Path])
            command.ArgumentList.Add(argument);
        return command;
    }

    private static async Task<AzuritePorts> WaitUntilListeningAsync(Process process, AzuriteFolder folder, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var ended = process.HasExited;
            var log = ReadLog(folder);
            if (ReadPorts(log) is { } ports)
                return ports;
            if (ended || waited.Elapsed > StartLimit)
                throw new LocalStorageException($"Azurite başlatılamadı; günlüğü aşağıda. / Azurite could not be started; its log follows.\n{log}");
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private static string ReadLog(AzuriteFolder folder)
    {
        if (!File.Exists(folder.LogFile))
            return "";
        using var file = new FileStream(folder.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static AzuritePorts? ReadPorts(string log)
    {
        var ports = Listening().Matches(log).ToDictionary(
            match => match.Groups["service"].Value,
            match => int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
        return ports.Count == 3 ? new AzuritePorts(ports["Blob"], ports["Queue"], ports["Table"]) : null;
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://[^:\s]+:(?<port>[0-9]+)\r?\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
