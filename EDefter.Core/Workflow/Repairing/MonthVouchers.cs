using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>Some vouchers of a month, as the log has them now.</summary>
public sealed class MonthVouchers(IVoucherLog log)
{
    /// <summary>Those of the ids that the book holds, looked for in the month first; the others are absent from the result.</summary>
    public async Task<IReadOnlyDictionary<string, Voucher>> ReadAsync(BookMonth month, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, Voucher>(StringComparer.Ordinal);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
            Pick(day.Vouchers);
        if (found.Count < wanted.Count)
            Pick((await log.ReadDrawerAsync(month.Book.Id, cancellationToken)).Vouchers);
        // A run may have moved a voucher to another month, such as an opening voucher to the first day of the year.
        foreach (var id in wanted.Where(id => !found.ContainsKey(id)).ToList())
        {
            if (await log.FindAsync(month.Book.Id, month.Book.Company, id, cancellationToken) is { } elsewhere)
                found[id] = elsewhere.Voucher;
        }

        return found;

        void Pick(IReadOnlyList<StoredVoucher> vouchers)
        {
            foreach (var stored in vouchers)
            {
                if (wanted.Contains(stored.Voucher.Id))
                    found[stored.Voucher.Id] = stored.Voucher;
            }
        }
    }
}
