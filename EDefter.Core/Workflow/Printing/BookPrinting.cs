using EDefter.Core.Formats.Print;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Printing;

/// <summary>
/// Reads a numbered month and writes one of its books. Nothing holds the month: the journal is read once, in its order; a trial balance holds
/// its accounts; a ledger reads the month again for as many accounts at a time as their lines may be held.
/// </summary>
public sealed class BookPrinting(NumberedJournal journal, IBlobs blobs)
{
    internal async Task<PrintedBookFiles> PrintAsync(BookMonth month, PrintHeading heading, PrintFormat format, string folder, JobProgress progress, CancellationToken cancellationToken)
    {
        var steps = new PrintSteps(month, heading, progress);
        await using var target = format == PrintFormat.Pdf
            ? PrintTarget.ForPdf(blobs, heading, month.Book.Id, folder)
            : await PrintTarget.ForWorkbookAsync(blobs, heading, month.Book.Id, folder, cancellationToken);
        await (heading.Book switch
        {
            PrintedBook.Journal => WriteJournalAsync(month, heading, target, steps, cancellationToken),
            PrintedBook.Ledger => WriteLedgerAsync(month, heading, target, steps, cancellationToken),
            PrintedBook.TrialBalance => WriteTrialBalanceAsync(month, heading, target, steps, cancellationToken),
            _ => throw new InvalidOperationException("There is no such book."),
        });
        return await target.CompleteAsync(cancellationToken);
    }

    private async Task WriteJournalAsync(BookMonth month, PrintHeading heading, PrintTarget target, PrintSteps steps, CancellationToken cancellationToken)
    {
        using IJournalBook book = target.Workbook is { } output ? new JournalWorkbook(heading, output) : new JournalPrinter(heading);
        target.Take(book);
        await foreach (var day in journal.ReadDaysAsync(month, cancellationToken))
        {
            foreach (var entry in day)
            {
                book.Write(entry);
                await target.SaveAsync(cancellationToken);
            }

            await steps.WrittenAsync(day.Count, cancellationToken);
        }

        book.Complete();
        await target.SaveAsync(cancellationToken);
    }

    private async Task WriteTrialBalanceAsync(BookMonth month, PrintHeading heading, PrintTarget target, PrintSteps steps, CancellationToken cancellationToken)
    {
        var balance = await ReadBalanceAsync(month, steps, cancellationToken);
        using ITrialBalanceBook book = target.Workbook is { } output ? new TrialBalanceWorkbook(heading, output) : new TrialBalancePrinter(heading);
        target.Take(book);
        book.Write(balance);
        await target.SaveAsync(cancellationToken);
    }

    private async Task WriteLedgerAsync(BookMonth month, PrintHeading heading, PrintTarget target, PrintSteps steps, CancellationToken cancellationToken)
    {
        var balance = await ReadBalanceAsync(month, steps, cancellationToken);
        var accounts = balance.MainAccounts().Where(account => account.Lines > 0).ToList();
        using ILedgerBook book = target.Workbook is { } output ? new LedgerWorkbook(heading, accounts.Count, output) : new LedgerPrinter(heading);
        target.Take(book);
        foreach (var group in LedgerGroups.Of(accounts))
        {
            if (group.Count == 1)
                await WriteAccountAsync(month, group[0], book, target, cancellationToken);
            else
                await WriteAccountsAsync(month, group, book, target, cancellationToken);
            await steps.WrittenAsync(group.Sum(account => account.Lines), cancellationToken);
        }

        book.Complete();
        await target.SaveAsync(cancellationToken);
    }

    // One account needs no other order than the journal's: its lines go straight through.
    private async Task WriteAccountAsync(BookMonth month, AccountTotals account, ILedgerBook book, PrintTarget target, CancellationToken cancellationToken)
    {
        book.BeginAccount(account);
        await foreach (var day in journal.ReadDaysAsync(month, cancellationToken))
        {
            foreach (var entry in day)
            {
                foreach (var line in entry.Lines.Where(line => string.Equals(line.MainAccount, account.Account, StringComparison.Ordinal)))
                    book.Write(LedgerLine.Of(entry, line));
                await target.SaveAsync(cancellationToken);
            }
        }

        book.EndAccount();
    }

    private async Task WriteAccountsAsync(BookMonth month, IReadOnlyList<AccountTotals> accounts, ILedgerBook book, PrintTarget target, CancellationToken cancellationToken)
    {
        var held = accounts.ToDictionary(account => account.Account, account => new List<LedgerLine>((int)account.Lines), StringComparer.Ordinal);
        await foreach (var day in journal.ReadDaysAsync(month, cancellationToken))
        {
            foreach (var entry in day)
            {
                foreach (var line in entry.Lines)
                {
                    if (held.TryGetValue(line.MainAccount, out var lines))
                        lines.Add(LedgerLine.Of(entry, line));
                }
            }
        }

        foreach (var account in accounts)
        {
            book.BeginAccount(account);
            foreach (var line in held[account.Account])
            {
                book.Write(line);
                await target.SaveAsync(cancellationToken);
            }

            book.EndAccount();
        }
    }

    private async Task<TrialBalance> ReadBalanceAsync(BookMonth month, PrintSteps steps, CancellationToken cancellationToken)
    {
        var balance = new TrialBalance();
        foreach (var period in PrintPages.Earlier(month).Append(month.Period))
        {
            await foreach (var day in journal.ReadDaysAsync(month with { Period = period }, cancellationToken))
            {
                foreach (var entry in day)
                {
                    if (period == month.Period)
                        balance.Add(entry);
                    else
                        balance.AddBefore(entry);
                }

                await steps.ReadAsync(day.Count, cancellationToken);
            }
        }

        return balance;
    }
}
