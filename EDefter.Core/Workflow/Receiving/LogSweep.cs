using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Receiving;

/// <summary>Removes from every book what dead writers left behind: chunks that no commit will ever name.</summary>
public sealed class LogSweep(ICompanies companies, IVoucherLog log, TimeProvider clock)
{
    /// <summary>A writer that has staged a chunk commits within an hour or not at all; a day is far beyond that.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <returns>How many chunks were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        var before = clock.GetUtcNow() - Age;
        await foreach (var company in companies.ListAsync(cancellationToken))
        {
            foreach (var book in company.Books())
            {
                removed += await log.SweepAsync(book, year: null, before, cancellationToken);
                foreach (var year in company.FiscalYears)
                    removed += await log.SweepAsync(book, year, before, cancellationToken);
            }
        }

        return removed;
    }
}
