using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Puts a day's vouchers into the order of the journal, whatever order they arrived in.</summary>
public static class JournalOrder
{
    public static IReadOnlyList<StoredVoucher> Sorted(IReadOnlyList<StoredVoucher> vouchers)
    {
        var sorted = vouchers.ToArray();
        Array.Sort(sorted, static (left, right) => VoucherOrder.Compare(left.Voucher, right.Voucher));
        return sorted;
    }
}
