using EDefter.Core.Rules;
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

    /// <summary>The entries that a day's vouchers become, those of divided vouchers one by one, with the hash of the stored voucher's content.</summary>
    public static IEnumerable<(VoucherFacts Entry, string ContentHash)> Entries(IReadOnlyList<StoredVoucher> vouchers) =>
        vouchers.Any(static stored => VoucherParts.IsDivided(stored.Voucher)) ? WithParts(vouchers) : Whole(vouchers);

    private static IEnumerable<(VoucherFacts Entry, string ContentHash)> Whole(IReadOnlyList<StoredVoucher> vouchers) =>
        Sorted(vouchers).Select(static stored => (VoucherFacts.Of(stored.Voucher), stored.ContentHash));

    // Parts have fiş numbers of their own and are ordered by them like any other voucher; where the voucher has none, its parts keep their order.
    private static (VoucherFacts Entry, string ContentHash)[] WithParts(IReadOnlyList<StoredVoucher> vouchers)
    {
        var entries = vouchers.SelectMany(static stored => VoucherFacts.EntriesOf(stored.Voucher).Select(entry => (Entry: entry, stored.ContentHash))).ToArray();
        Array.Sort(entries, static (left, right) =>
        {
            var byVoucher = VoucherOrder.Compare(left.Entry.Voucher, right.Entry.Voucher);
            return byVoucher != 0 ? byVoucher : Nullable.Compare(left.Entry.Part, right.Entry.Part);
        });
        return entries;
    }
}
