using Xunit;

namespace EDefter.Tests.House;

/// <summary>docs/dependencies.md names every package with version and licence.</summary>
public sealed class DependenciesTests
{
    [Fact]
    public async Task The_list_of_packages_is_what_is_restored()
    {
        var (exitCode, text) = await NodeScript.RunAsync("dependencies/check.mjs", ["licences"], TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, text);
    }
}
