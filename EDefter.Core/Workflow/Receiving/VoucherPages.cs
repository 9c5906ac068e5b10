using System.Globalization;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Receiving;

/// <summary>The live vouchers of a month, page by page in the order of the journal.</summary>
public sealed class VoucherPages(MonthFinder months, IVoucherLog log)
{
    public const int PageMost = 500;

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="day">Only this day, or null for the month.</param>
    /// <param name="state">Only vouchers of this state of the wire, or null.</param>
    /// <param name="after">Cursor of the page before: <c>yyyy-MM-dd.n</c>; null for the first page.</param>
    /// <param name="size">Vouchers per page, at most <see cref="PageMost"/>.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<VoucherPage>> ReadAsync(string company, string branch, string period, DateOnly? day, VoucherState? state, string? after, int size, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (!TryReadCursor(after, out var cursorDay, out var skip))
            return Refusals.InvalidBody($"\"{after}\" bir sayfa imleci değil; önceki sayfanın \"next\" adresini olduğu gibi kullanın.");
        if (day < month.Value.From || day > month.Value.To || cursorDay < month.Value.From || cursorDay > month.Value.To)
            return new VoucherPage([], Next: null);
        var from = day ?? cursorDay ?? month.Value.From;
        if (cursorDay > from)
            from = cursorDay.Value;
        var page = new List<StoredVoucher>(size);
        await foreach (var vouchers in log.ReadDaysAsync(month.Value.Book.Id, month.Value.Year, from, day ?? month.Value.To, cancellationToken))
        {
            var sorted = JournalOrder.Sorted(vouchers.Vouchers);
            for (var i = vouchers.Day == cursorDay ? skip : 0; i < sorted.Count; i++)
            {
                if (page.Count == size)
                    return new VoucherPage(page, string.Create(CultureInfo.InvariantCulture, $"{vouchers.Day:yyyy-MM-dd}.{i}"));
                if (state is null || VoucherStates.Parse(sorted[i].Voucher.State) == state)
                    page.Add(sorted[i]);
            }
        }

        return new VoucherPage(page, Next: null);
    }

    private static bool TryReadCursor(string? cursor, out DateOnly? day, out int skip)
    {
        (day, skip) = (null, 0);
        if (cursor is null)
            return true;
        var parts = cursor.Split('.');
        if (parts.Length != 2 || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }
}
