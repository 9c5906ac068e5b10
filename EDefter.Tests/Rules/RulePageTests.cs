using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class RulePageTests
{
    private static readonly bool Write = string.Equals(Environment.GetEnvironmentVariable("EDEFTER_WRITE_DOCS"), "1", StringComparison.Ordinal);

    public static TheoryData<string> Codes => [.. RuleBook.Standard.Rules.Select(rule => rule.Info.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_page_says_what_the_rule_does(string code)
    {
        var path = RulePages.PathOf(code);
        var existing = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : string.Empty;
        var page = RulePages.Page(RuleBook.Standard.Info(code), existing);
        if (Write)
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        else
            Assert.Equal(page, existing);
        Assert.True(RulePages.Section(page, "Why").Length > 40, $"{code} does not say why");
        Assert.True(RulePages.Section(page, "Repair").Length > 10, $"{code} does not say how it is mended");
    }

    [Fact]
    public async Task The_index_lists_every_rule()
    {
        var path = Path.Combine(RulePages.Folder, "README.md");
        if (Write)
            await File.WriteAllTextAsync(path, RulePages.Index(), TestContext.Current.CancellationToken);
        Assert.Equal(RulePages.Index(), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Assert.All(Directory.GetFiles(RulePages.Folder, "*.md"), path =>
            Assert.True(Path.GetFileNameWithoutExtension(path) is "README" or { Length: 6 } && (path.EndsWith("README.md", StringComparison.Ordinal) || RuleBook.Standard.Find(Path.GetFileNameWithoutExtension(path)) is not null), path));
}
