using EDefter.Core.Companies;
using EDefter.Core.Rules.Hes;
using Xunit;

namespace EDefter.Tests.Rules.Hes;

public sealed class ChartParentsTests
{
    private static readonly ChartOfAccounts Chart = new(
        [
            new ChartAccount { Code = "120" },
            new ChartAccount { Code = "120.01" },
            new ChartAccount { Code = "120.02.1", Parent = "120" },
            new ChartAccount { Code = "120.03.1", Parent = "120.03" },
            new ChartAccount { Code = "120.01.9", Parent = string.Empty },
            new ChartAccount { Code = "120/5" },
        ],
        isComplete: true);

    [Theory]
    [InlineData("120.01", null)]
    [InlineData("120.01.1", null)]
    [InlineData("120.07.1", "120.07")]
    [InlineData("120-07-1", "120-07")]
    [InlineData("120 07 1", "120 07")]
    [InlineData("120/5/1", null)]
    [InlineData("120/6/1", "120/6")]
    [InlineData("120/5.1", null)]
    [InlineData("12001", null)]
    [InlineData(".1", null)]
    [InlineData(".1/2", null)]
    [InlineData("/1", null)]
    [InlineData("120.02.1", null)]
    [InlineData("120.03.1", "120.03")]
    [InlineData("120.01.9", null)]
    public void The_parent_is_the_named_one_else_the_level_above_else_the_main_account(string account, string? missing) =>
        Assert.Equal(missing, ChartParents.MissingParent(Chart, account, "120"));

    [Fact]
    public void A_main_account_may_be_what_is_missing() => Assert.Equal("320", ChartParents.MissingParent(Chart, "32001", "320"));
}
