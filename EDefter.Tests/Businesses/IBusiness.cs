using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Businesses;

/// <summary>A kind of company that writes whole fiscal years in which no rule may find anything.</summary>
public interface IBusiness
{
    Company Company { get; }

    BusinessChart Chart { get; }

    /// <summary>A day's vouchers, each posted as it is yielded.</summary>
    IEnumerable<Voucher> Day(BusinessBook book);
}
