using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Functions.Rehearsal;

namespace EDefter.Benchmarks;

/// <summary>
/// The authority's files through our checks, each in a process of its own: <c>check-xml [MB]</c>. With <c>EDEFTER_GIB_PACKAGE</c> also against the
/// schemas; <c>check-xml saxon [MB] [lines]</c> runs the authority's own rules over the same files beside ours (tools/schematron, Node).
/// </summary>
internal static class CheckXmlMeasurement
{
    private const int MegabytesDefault = 200;
    private const int MegabytesBesideSaxon = 2;
    private const int LinesOfAccount = 1_000;

    private static readonly string? Package = Environment.GetEnvironmentVariable(ConfiguredPackage.Setting);

    public static void Run(string[] arguments)
    {
        if (arguments is ["file", var path, ..])
            CheckFile(path, arguments.Contains("schemas", StringComparer.Ordinal));
        else if (arguments is ["saxon", ..])
            Compare(Number(arguments, 1, MegabytesBesideSaxon), Number(arguments, 2, LinesOfAccount));
        else
            Measure(Number(arguments, 0, MegabytesDefault));
    }

    private static int Number(string[] arguments, int place, int otherwise) =>
        arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;

    private static void Measure(int megabytes)
    {
        using var month = MeasuredBooks.Write(megabytes, linesOfOneAccount: 0);
        foreach (var path in month.Files(GibDocument.Journal, GibDocument.Ledger))
        {
            TellOurs(path);
            if (Package is { Length: > 0 })
                TellOurs(path, "schemas");
        }
    }

    private static void Compare(int megabytes, int lines)
    {
        if (Package is not { Length: > 0 })
        {
            Console.WriteLine($"The authority's rules are wanted: set {ConfiguredPackage.Setting} to its package.");
            return;
        }

        using (var month = MeasuredBooks.Write(megabytes, linesOfOneAccount: 0))
            CompareOn(month.Files(GibDocument.Journal).Single(), "edefter_yevmiye.sch", "Y");
        using var oneAccount = MeasuredBooks.Write(megabytes: 0, lines);
        CompareOn(oneAccount.Files(GibDocument.Ledger).Single(), "edefter_kebir.sch", "K");
    }

    private static void CompareOn(string path, string rules, string letter)
    {
        TellOurs(path);
        var found = Directory.EnumerateFiles(Package!, rules, SearchOption.AllDirectories).First();
        var tool = Path.Combine(MeasuredBooks.Repository, "tools", "schematron");
        var (cpu, seconds, output) = RunChild("node", ["--max-old-space-size=6000", Path.Combine(tool, "judge.mjs"), found, letter, path]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Saxon on the same file: {cpu:0.0} CPU s, {seconds:0.0} s: {output.Trim()}"));
    }

    private static void TellOurs(string path, params string[] more)
    {
        var (_, _, output) = RunChild(Environment.ProcessPath!, [.. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(CheckXmlMeasurement).Assembly.Location] : Array.Empty<string>(), "check-xml", "file", path, .. more]);
        Console.Write(output);
    }

    private static void CheckFile(string path, bool withSchemas)
    {
        var name = Path.GetFileName(path);
        var schemas = withSchemas ? GibPackage.Open(Package!, PackageFiles.Read(Package!)).Schemas : null;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var meter = new Meter();
        using var file = File.OpenRead(path);
        var summary = new GibDocumentCheck(name, GibFileName.Parse(name)!.Document, finding => counts[finding.Assert] = counts.GetValueOrDefault(finding.Assert) + 1, schemas).Run(file);
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"{name}: {new FileInfo(path).Length / 1e6:0.0} MB, {summary?.Lines} lines{(withSchemas ? ", schemas too" : string.Empty)}, findings {string.Join(' ', counts.Select(count => $"{count.Key}×{count.Value}"))}"));
    }

    // The CPU time of a process can be read only while it lives: the last reading is at most a twentieth of a second old.
    private static (double Cpu, double Seconds, string Output) RunChild(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var cpu = 0.0;
        while (!process.WaitForExit(50))
            cpu = CpuOf(process) ?? cpu;

        return process.ExitCode == 0 ? (cpu, Stopwatch.GetElapsedTime(started).TotalSeconds, output.Result) : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static double? CpuOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended between the question and the answer.
            return null;
        }
    }
}
