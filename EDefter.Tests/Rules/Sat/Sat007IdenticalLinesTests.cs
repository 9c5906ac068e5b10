using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Sat;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Sat;

/// <summary>Short vouchers are compared pair by pair, long ones through keys: both say the same of the same lines.</summary>
public sealed class Sat007IdenticalLinesTests
{
    private static readonly Period Month = new(2025, 1);

    private static readonly Gen<VoucherLine[]> Lines =
        Gen.Select(Gen.Int[1, 2], Gen.Int[-2, 2], Gen.Int[0, 1]).Select(static (account, amount, document) => new VoucherLine
        {
            Account = $"770.0{account}",
            Debit = AmountField.Of(Math.Max(0, amount)),
            Credit = AmountField.Of(Math.Max(0, -amount)),
            Document = document == 0 ? null : new SourceDocument { Type = "invoice", Number = "F1" },
        }).Array[1, 20];

    [Fact]
    public void The_sets_of_a_long_voucher_are_those_of_a_short_one() => Lines.Sample(
        static lines =>
        {
            var others = Enumerable.Range(1, 49).Select(static i => new VoucherLine { Account = "153.01", Debit = AmountField.Of(1000 + i) });
            Assert.Equal(Told(lines), Told([.. lines, .. others]));
        },
        iter: 300);

    private static IEnumerable<(int?, string)> Told(VoucherLine[] lines)
    {
        var told = new List<(int?, string)>();
        var context = new CheckContext { Company = VoucherGen.CompanyOf(2025), Branch = Branch.HeadOffice, From = Month.FirstDay, To = Month.LastDay, AsOf = Month.LastDay, Pack = RulePacks.For(Month.FirstDay) };
        var voucher = VoucherGen.Of(Month, "1", "1").Single() with { Lines = lines };
        new Sat007IdenticalLines().Check(context, VoucherFacts.Of(voucher), new FindingSink(finding => told.Add((finding.Line, finding.Message))));
        return told.Order();
    }
}
