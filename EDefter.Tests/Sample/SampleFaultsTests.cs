using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Sample;

public sealed class SampleFaultsTests
{
    private static readonly IReadOnlyList<Voucher> Clean = SampleMonth.Clean();
    private static readonly SampleFaults Faulty = SampleMonth.Faulty;

    [Fact]
    public void There_are_about_sixty_faults_of_more_than_twenty_kinds_and_most_are_repairable()
    {
        Assert.InRange(Faulty.Planted.Count, 55, 65);
        Assert.True(Faulty.Planted.Select(fault => fault.Rule).Distinct(StringComparer.Ordinal).Count() >= 20);
        Assert.True(Faulty.Planted.Count(fault => fault.Mending == FaultMending.Repair) * 2 > Faulty.Planted.Count);
        Assert.Equal(Faulty.Planted.Count(fault => fault.Mending == FaultMending.Decision), Faulty.Decisions.Count);
    }

    [Fact]
    public void Each_fault_stands_in_a_voucher_of_its_own_and_every_other_voucher_is_clean()
    {
        var faulty = Faulty.Planted.Select(fault => fault.VoucherId).OfType<string>().ToList();
        Assert.Equal(faulty.Count, faulty.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Clean.Count + 1, Faulty.Vouchers.Count);
        for (var i = 0; i < Clean.Count; i++)
        {
            Assert.Equal(Clean[i].Id, Faulty.Vouchers[i].Id);
            var same = VoucherJsonWriter.ToBytes(WithoutMainAccountNames(Clean[i])).AsSpan().SequenceEqual(VoucherJsonWriter.ToBytes(WithoutMainAccountNames(Faulty.Vouchers[i])));
            Assert.NotEqual(faulty.Contains(Clean[i].Id, StringComparer.Ordinal), same);
        }
    }

    [Fact]
    public void Decisions_bring_the_clean_voucher_back_or_choose_a_candidate()
    {
        var clean = Clean.ToDictionary(voucher => voucher.Id, StringComparer.Ordinal);
        foreach (var decision in Faulty.Decisions)
        {
            Assert.False(string.IsNullOrWhiteSpace(decision.Description));
            if (decision.Corrected is { } corrected)
                Assert.Equal(VoucherJsonWriter.ToBytes(WithoutMainAccountNames(clean[decision.VoucherId])), VoucherJsonWriter.ToBytes(WithoutMainAccountNames(corrected)));
            Assert.NotEqual(decision.Corrected is null, decision.Choose is null);
        }
    }

    [Fact]
    public void The_faulty_month_survives_the_wire()
    {
        foreach (var voucher in Faulty.Vouchers)
        {
            var bytes = VoucherJsonWriter.ToBytes(voucher);
            Assert.Equal(bytes, VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(bytes)));
        }
    }

    [Fact]
    public void The_chart_lacks_exactly_two_names()
    {
        Assert.Equal(["180", "257"], SampleFaults.Accounts.Where(account => account.Name is null).Select(account => account.Code));
        Assert.Equal(SampleAccounts.All.Count, new ChartOfAccounts(SampleFaults.Accounts, isComplete: true).Accounts.Count);
    }

    private static Voucher WithoutMainAccountNames(Voucher voucher) => voucher with { Lines = [.. voucher.Lines.Select(line => line with { MainAccountName = null })] };
}
