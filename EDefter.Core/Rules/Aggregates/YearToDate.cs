using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>What the days of the fiscal year before the range hold, month by month, oldest first; the last month may be cut by the range's first day.</summary>
/// <param name="Months">Digests of the months that were ever written to; one with cancelled vouchers alone still tells which numbers were given.</param>
public sealed record YearToDate(IReadOnlyList<MonthDigest> Months)
{
    private AccountTotals? totals;

    /// <summary>The range begins with the fiscal year.</summary>
    public static YearToDate Empty { get; } = new([]);

    /// <summary>Turnover by account from the fiscal year's first day to the day before the range.</summary>
    public AccountTotals Totals => totals ??= AccountTotals.Sum(Months.Select(static month => month.Totals));

    /// <summary>Opening vouchers seen, oldest first.</summary>
    public IEnumerable<VoucherName> Openings => Months.SelectMany(static month => month.Openings);

    /// <summary>
    /// Which of the keys earlier months hold too, each with the months, one entry for every time. Both sides are sorted, so every month is walked once, whatever the number of keys.
    /// </summary>
    /// <param name="keys">In ascending order, each once.</param>
    /// <param name="ofMonth">The keys of a month, in ascending order.</param>
    public IReadOnlyDictionary<ulong, IReadOnlyList<Period>> MonthsOf(ReadOnlySpan<ulong> keys, Func<MonthDigest, ulong[]> ofMonth)
    {
        var found = new Dictionary<ulong, IReadOnlyList<Period>>();
        foreach (var month in Months)
        {
            var mine = 0;
            foreach (var theirs in ofMonth(month))
            {
                while (mine < keys.Length && keys[mine] < theirs)
                    mine++;
                if (mine == keys.Length)
                    break;
                if (keys[mine] == theirs)
                    found[theirs] = found.TryGetValue(theirs, out var months) ? [.. months, month.Period] : [month.Period];
            }
        }

        return found;
    }

    /// <summary>"Ocak 2025 döneminde", "Ocak 2025 ve Mart 2025 dönemlerinde".</summary>
    public static string Tell(IReadOnlyList<Period> months) => months.Count == 1
        ? $"{TurkishText.Month(months[0])} döneminde"
        : $"{string.Join(", ", months.Take(months.Count - 1).Select(TurkishText.Month))} ve {TurkishText.Month(months[^1])} dönemlerinde";
}
