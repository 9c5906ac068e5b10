using System.Diagnostics;
using EDefter.Tests.Rules;

namespace EDefter.Tests.House;

/// <summary>Runs a script of tools/ as a person does.</summary>
internal static class NodeScript
{
    public static async Task<(int ExitCode, string Text)> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tools", script), .. arguments]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(cancellationToken), node.StandardError.ReadToEndAsync(cancellationToken));
        await node.WaitForExitAsync(cancellationToken);
        return (node.ExitCode, await said + await complained);
    }
}
