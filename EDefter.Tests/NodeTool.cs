using System.Diagnostics;
using EDefter.Tests.Rules;

namespace EDefter.Tests;

/// <summary>A tool of <c>tools/</c> that runs under Node: its packages are installed once, as their lock file says.</summary>
internal sealed class NodeTool(string name)
{
    private readonly Lazy<Task<string>> folder = new(() => InstallAsync(name));

    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => await RunAsync(await folder.Value, "node", arguments, cancellationToken);

    private static async Task<string> InstallAsync(string name)
    {
        var tool = Path.Combine(Repository.Root, "tools", name);
        if (!File.Exists(Path.Combine(tool, "node_modules", ".package-lock.json")))
            await RunAsync(tool, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], CancellationToken.None);
        return tool;
    }

    private static async Task<string> RunAsync(string folder, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
