using System.Diagnostics;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.House;

/// <summary>What must never stand in a file of the repository.</summary>
public sealed class ProjectSpeaksOfItselfTests
{
    [Theory]
    [InlineData("package-lock.json", "\"resolved\": \"http")]
    [InlineData("*.cs", "DateTime.Now")]
    [InlineData("*.cs", "#pragma warning disable")]
    [InlineData("*.cs", "NotImplementedException")]
    public void No_tracked_file_carries(string files, string text)
    {
        var found = Grep(files, text).Where(line => !line.StartsWith("EDefter.Tests/House/", StringComparison.Ordinal)).ToList();
        Assert.Empty(found);
    }

    private static string[] Grep(string files, string text)
    {
        var start = new ProcessStartInfo("git", ["grep", "-nIF", text, "--", files.StartsWith('*') ? files : $"*{files}"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var git = Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.True(git.ExitCode is 0 or 1, "git grep failed.");
        return lines;
    }
}
