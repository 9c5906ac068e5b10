using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Sub;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Sub;

/// <summary>Books of branches that the profile does not name (any more).</summary>
public sealed class Sub002NumberChangedTests
{
    [Theory]
    [InlineData("0001", "Göcek", true)]
    [InlineData("0001", " ", false)]
    [InlineData("0003", "Göcek", false)]
    public void Only_a_branch_with_a_name_can_be_a_former_one(string code, string name, bool speaks)
    {
        var told = new List<Finding>();
        var month = new Period(2025, 1);
        var context = new CheckContext
        {
            Company = VoucherGen.CompanyOf(2025) with { Branches = [new Branch { Code = code, Name = name }] },
            FormerBranches = [new Branch { Code = "0002", Name = name }],
            Branch = "0001",
            From = month.FirstDay,
            To = month.LastDay,
            AsOf = month.LastDay,
            Pack = RulePacks.For(month.FirstDay),
        };
        new Sub002NumberChanged().Check(context, new FindingSink(told.Add));
        Assert.Equal(speaks, told.Count == 1);
    }
}
