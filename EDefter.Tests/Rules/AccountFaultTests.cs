using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>What an account is blamed for is told once, at its earliest voucher, whatever the order in which they came.</summary>
public sealed class AccountFaultTests
{
    [Theory]
    [InlineData("V1", "2025-01-15", "V2", "2025-01-10", "V2")]
    [InlineData("V2", "2025-01-10", "V1", "2025-01-15", "V2")]
    [InlineData("V2", "2025-01-10", "V1", "2025-01-10", "V1")]
    [InlineData("V1", "2025-01-10", "V2", "2025-01-10", "V1")]
    public void The_earliest_voucher_is_named_and_on_one_day_the_one_of_the_smaller_id(string firstId, string firstDay, string secondId, string secondDay, string told)
    {
        var first = FactsOf(firstId, firstDay);
        var second = FactsOf(secondId, secondDay);
        var fault = new AccountFault("120", string.Empty, Lines: 1, first.Date, first.Voucher.Id, first.Voucher.Number, Line: 1).With(second, in second.Lines[1]);
        var (line, number) = told == firstId ? (1, "N" + firstId) : (2, "N" + secondId);
        Assert.Equal((2, told, number, line), (fault.Lines, fault.VoucherId, fault.VoucherNumber, fault.Line));
        Assert.Equal(told == firstId ? first.Date : second.Date, fault.Date);
    }

    [Fact]
    public void Of_one_voucher_the_first_line_is_named()
    {
        var voucher = FactsOf("V1", "2025-01-10");
        var fault = new AccountFault("120", string.Empty, Lines: 1, voucher.Date, "V1", "NV1", Line: 1).With(voucher, in voucher.Lines[1]);
        Assert.Equal((2, 1), (fault.Lines, fault.Line));
    }

    private static VoucherFacts FactsOf(string id, string day) =>
        VoucherFacts.Of(new Voucher { Id = id, Number = "N" + id, Date = DateField.Parse(day), Lines = [new VoucherLine { Account = "120.01" }, new VoucherLine { Account = "120.02" }] });
}
