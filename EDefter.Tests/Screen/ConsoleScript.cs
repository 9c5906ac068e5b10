using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.LocalWorker.Hosting;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>Runs a script of EDefter.Console/tests with Node: what it needs goes in as JSON, what it saw comes out as the last line.</summary>
internal static class ConsoleScript
{
    public static string Folder => Path.Combine(RepositoryFolder.Find() ?? throw new DirectoryNotFoundException("The tests run outside of their repository."), "EDefter.Console");

    /// <summary>Plays a scenario in the browser; everything the policy forbids and every error of the page fails it.</summary>
    /// <param name="scenario">A file of tests/scenarios.</param>
    /// <param name="address">Where the application listens.</param>
    /// <param name="world">What the scenario needs besides.</param>
    public static async Task<JsonElement> PlayAsync(string scenario, Uri address, JsonObject world)
    {
        world["scenario"] = scenario;
        world["executable"] = Chromium.Executable;
        world["address"] = address.ToString();
        world["pictures"] = Environment.GetEnvironmentVariable("EDEFTER_PICTURES");
        var seen = JsonSerializer.Deserialize<JsonElement>(await RunAsync("run.mjs", world.ToJsonString()));
        Assert.Empty(seen.GetProperty("violations").EnumerateArray());
        // The browser itself reports every refused request as an error; the refusals are what some scenarios are about.
        var troubles = seen.GetProperty("troubles").EnumerateArray().Select(trouble => trouble.GetString()!).Where(trouble => !trouble.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)).ToList();
        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        return seen;
    }

    /// <returns>The last line that the script wrote.</returns>
    public static async Task<string> RunAsync(string script, string input = "")
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine("tests", script));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{script}: {await errors}\n{await output}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? string.Empty;
    }
}
