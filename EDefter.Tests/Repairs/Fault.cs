using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>A fault that can be planted in a valid voucher.</summary>
/// <param name="Rule">The rule that then speaks.</param>
/// <param name="Name">What is planted; tests are named by it.</param>
/// <param name="Plant">Plants it, at a place that the number chooses; null where this voucher cannot carry it.</param>
internal sealed record Fault(string Rule, string Name, Func<Voucher, int, Voucher?> Plant)
{
    public override string ToString() => Rule + " " + Name;
}
