using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Sub;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Sub;

/// <summary>Branch numbers that no request can open a book with.</summary>
public sealed class Sub001BranchNumberTests
{
    [Theory]
    [InlineData("0001", "Göcek", null)]
    [InlineData("001", "Göcek", "001, adı \"Göcek\"")]
    [InlineData("00001", "Göcek", "00001, adı \"Göcek\"")]
    [InlineData("A001", "Göcek", "A001, adı \"Göcek\"")]
    [InlineData("000A", "Göcek", "000A, adı \"Göcek\"")]
    [InlineData("ABC", "Göcek", "ABC, adı \"Göcek\"")]
    [InlineData("", "Göcek", "boş, adı \"Göcek\"")]
    [InlineData("0001", "  G ", "0001, adı \"  G \"")]
    public void A_branch_has_four_digits_and_a_name(string code, string name, string? told) => Assert.Equal(told, Told(code, [new Branch { Code = code, Name = name }]));

    [Fact]
    public void A_branch_that_the_company_does_not_know_has_no_name() => Assert.Equal("0002, adı boş", Told("0002", [new Branch { Code = "0001", Name = "Göcek" }]));

    private static string? Told(string code, IReadOnlyList<Branch> branches)
    {
        var told = new List<string>();
        var month = new Period(2025, 1);
        var context = new CheckContext
        {
            Company = VoucherGen.CompanyOf(2025) with { Branches = branches },
            Branch = code,
            From = month.FirstDay,
            To = month.LastDay,
            AsOf = month.LastDay,
            Pack = RulePacks.For(month.FirstDay),
        };
        new Sub001BranchNumber().Check(context, new FindingSink(finding => told.Add(finding.Message)));
        return told.SingleOrDefault() is { } message ? message["Şube no 4 hane olmalı ve adıyla birlikte verilmelidir: ".Length..^1] : null;
    }
}
