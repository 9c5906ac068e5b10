using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Fis;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Fis;

public sealed class Fis007SameVoucherTests
{
    private static readonly Period Month = new(2025, 1);

    // Vouchers of a day come in any order; what is told does not depend on it.
    [Fact]
    public void Sets_are_told_by_day_number_and_id_whatever_came_first()
    {
        var one = VoucherGen.Of(Month, "x", "7").Single() with { Lines = [Line(5), Line(-5)] };
        var other = one with { Lines = [Line(6), Line(-6)] };
        var vouchers = new[]
        {
            On(20, one with { Id = "b" }),
            On(20, one with { Id = "a" }),
            On(10, other with { Id = "d", Number = "10" }),
            On(10, other with { Id = "c", Number = "9" }),
            On(10, one with { Id = "e", Number = "100" }),
            On(10, one with { Id = "f", Number = "11" }),
        };
        var told = new List<string>();
        var sink = new FindingSink(finding => told.Add($"{finding.VoucherId}: {finding.Values["fisNo"]} ile {finding.Values["digerFis"]}"));
        var pass = new Fis007SameVoucher().Begin(new CheckContext { Company = VoucherGen.CompanyOf(2025), Branch = Branch.HeadOffice, From = Month.FirstDay, To = Month.LastDay, AsOf = Month.LastDay, Pack = RulePacks.For(Month.FirstDay) });
        foreach (var voucher in vouchers)
            pass.Observe(VoucherFacts.Of(voucher), sink);
        pass.Finish(sink);
        Assert.Equal(["d: 10 ile 9", "e: 100 ile 11", "b: 7 (kaynak no b) ile 7 (kaynak no a)"], told);
    }

    private static Voucher On(int day, Voucher voucher) => voucher with { Kind = "mahsup", Date = DateField.Of(new DateOnly(2025, 1, day)) };

    private static VoucherLine Line(int amount) => new()
    {
        Account = "120.01",
        Debit = amount > 0 ? AmountField.Of(amount) : AmountField.Absent,
        Credit = amount < 0 ? AmountField.Of(-amount) : AmountField.Absent,
        Document = new SourceDocument { Type = "invoice", Number = "F1" },
    };
}
