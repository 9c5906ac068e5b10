using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Numbers;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Workflow;

public sealed class NumberResultTests
{
    [Fact]
    public void Both_totals_are_written_with_two_decimals_whatever_digits_their_vouchers_had()
    {
        var numbers = Months.NumbersOf(Months.Golden()) with { Debit = 1287.200m, Credit = 1287.2m };
        Assert.Contains("\"debit\":1287.20,\"credit\":1287.20,", WireJson.Write(NumberResult.Of(new Period(2025, 1), numbers)), StringComparison.Ordinal);
    }
}
