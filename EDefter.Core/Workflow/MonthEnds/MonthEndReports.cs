using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>The documents of month ends, one per month: the latest.</summary>
public sealed class MonthEndReports(MonthFinder months, IVoucherLog log)
{
    public async Task<Outcome<MonthEndReport>> FindAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return await FindAsync(month.Value, cancellationToken) is { } found ? found.Value : Refusals.NoMonthEnd(month.Value.Period);
    }

    internal async Task<Versioned<MonthEndReport>?> FindAsync(BookMonth month, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, MonthEndReport.KeyOf(month.Period), cancellationToken))
            return new Versioned<MonthEndReport>(WireJson.Read<MonthEndReport>(note.Json), note.Version!);
        return null;
    }

    internal async Task KeepAsync(BookMonth month, MonthEndReport report, CancellationToken cancellationToken)
    {
        Versioned<MonthEndReport>? found;
        do
        {
            found = await FindAsync(month, cancellationToken);
        }
        while (!await log.WriteNoteAsync(month.Book.Id, month.Year, new BookNote(MonthEndReport.KeyOf(month.Period), WireJson.Write(report), found?.Version), cancellationToken));
    }

    /// <summary>Keeps a document that another one is about to follow: it is history, and somebody may still have to be told of it.</summary>
    internal async Task KeepPastAsync(BookMonth month, MonthEndReport report, CancellationToken cancellationToken)
    {
        BookNote? found;
        do
        {
            found = null;
            await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, report.PastKey, cancellationToken))
                found = note;
        }
        while (!await log.WriteNoteAsync(month.Book.Id, month.Year, new BookNote(report.PastKey, WireJson.Write(report), found?.Version), cancellationToken));
    }
}
