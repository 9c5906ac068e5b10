using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>How many vouchers the ERP says it has for a month (KON002); the latest word wins.</summary>
public sealed class SourceCounts(MonthFinder months, IVoucherLog log, TimeProvider clock)
{
    public async Task<Outcome<SourceCount>> SetAsync(string company, string branch, string period, long? vouchers, long? lines, CancellationToken cancellationToken)
    {
        if (vouchers is not >= 0 || lines is < 0)
            return Refusals.InvalidBody("Kaynaktaki fiş sayısı (vouchers) verilmeli, sayılar sıfırdan küçük olmamalıdır.");
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var count = new SourceCount(vouchers.Value, lines);
        var changed = await log.ChangeHeadAsync(
            new HeadChange
            {
                Book = month.Value.Book.Id,
                Year = month.Value.Year,
                Period = month.Value.Period,
                At = clock.GetUtcNow(),
                Decide = heads => (heads.GetValueOrDefault(month.Value.Period) ?? BookMonth.Untouched(month.Value.Period)) with { SourceCount = count },
            },
            cancellationToken);
        return changed.IsRefused ? changed.Refusal : count;
    }
}
