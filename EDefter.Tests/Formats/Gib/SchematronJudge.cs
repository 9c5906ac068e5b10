using System.Diagnostics;
using System.Text.Json;
using EDefter.Core.Formats.Gib;
using EDefter.Tests.Rules;

namespace EDefter.Tests.Formats.Gib;

/// <summary>The authority's Schematron rules, run by Saxon under Node.</summary>
internal static class SchematronJudge
{
    private static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    /// <param name="document">Which rules.</param>
    /// <param name="files">Paths under their official names.</param>
    /// <param name="cancellationToken">The test was given up.</param>
    /// <returns>A verdict per file, in order.</returns>
    public static async Task<IReadOnlyList<SchematronVerdict>> JudgeAsync(GibDocument document, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var (rules, letter) = RulesOf(document);
        var output = await RunAsync(await Folder.Value, "node", ["judge.mjs", Path.Combine(GibPackage.Sch, rules), letter, .. files], cancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<SchematronVerdict>(line, JsonSerializerOptions.Web)!)];
    }

    private static (string Rules, string Letter) RulesOf(GibDocument document) => document switch
    {
        GibDocument.Journal => ("edefter_yevmiye.sch", "Y"),
        GibDocument.Ledger => ("edefter_kebir.sch", "K"),
        GibDocument.JournalBerat or GibDocument.LedgerBerat => ("edefter_berat.sch", "B"),
        GibDocument.Report => ("edefter_rapor.sch", "R"),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, message: null),
    };

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Repository.Root, "tools", "schematron");
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            await RunAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], CancellationToken.None);
        return folder;
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
