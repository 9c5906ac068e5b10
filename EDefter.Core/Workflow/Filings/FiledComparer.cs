using System.Xml;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal;
using EDefter.Core.Sealing.Difference;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;

namespace EDefter.Core.Workflow.Filings;

/// <summary>
/// Holds the yevmiye defteri that was filed for a month, whoever made it, against the month as it is numbered now, by madde no. Both are read in
/// their order, so that neither is ever whole in memory.
/// </summary>
public sealed class FiledComparer(MonthFinder months, NumberGuard guard, NumberedJournal journal, GibUploadLimits limits)
{
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="upload">A Y file, the ZIP of one, or of all parts of the month; seekable, left open.</param>
    /// <param name="name">Official name of a single file.</param>
    /// <param name="page">1-based.</param>
    /// <param name="size">Differences of a page.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<FiledComparison>> CompareAsync(string company, string branch, string period, Stream upload, string? name, int page, int size, CancellationToken cancellationToken)
    {
        var found = await months.FindAsync(company, branch, period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        if (month.Head.Numbering is null)
            return Refusals.NotNumbered(month.Period);
        if (await guard.LookAsync(month, month.Period, cancellationToken) is { } broken)
            return broken;
        try
        {
            return await CompareAsync(month, upload, name, new FiledTally(page, size), cancellationToken);
        }
        catch (NumbersChangedException)
        {
            // The numbers may have been taken back while the book was read.
            if (await guard.LookAsync(month, month.Period, cancellationToken) is { } moved)
                return moved;
            throw;
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGibZip();
        }
        catch (XmlException)
        {
            return Refusals.BrokenFiledJournal();
        }
    }

    private async Task<Outcome<FiledComparison>> CompareAsync(BookMonth month, Stream upload, string? name, FiledTally tally, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        using var filed = Entries(month, upload, name, files, tally).GetEnumerator();
        var hasFiled = filed.MoveNext();
        await foreach (var day in journal.ReadDaysAsync(month, cancellationToken))
        {
            foreach (var entry in day.Select(FiledEntries.Of))
            {
                tally.CountHere(entry);
                for (; hasFiled && filed.Current.Number < entry.Number; hasFiled = filed.MoveNext())
                    tally.TellFiled(FiledDifferenceKind.OnlyFiled, filed.Current);
                if (hasFiled && filed.Current.Number == entry.Number)
                {
                    tally.Compare(filed.Current, entry);
                    hasFiled = filed.MoveNext();
                }
                else
                {
                    tally.TellHere(entry);
                }
            }
        }

        for (; hasFiled; hasFiled = filed.MoveNext())
            tally.TellFiled(FiledDifferenceKind.OnlyFiled, filed.Current);
        if (files.Count == 0)
            return Refusals.NoFiledJournal(month.Period);
        return new FiledComparison { Period = month.Period, Files = files, Counts = tally.Counts, Filed = tally.Filed, Here = tally.Here, Items = tally.Items, HasMore = tally.HasMore };
    }

    // Entries that can be read and come after the one before; of the others the tally hears.
    private IEnumerable<ArchivedEntry> Entries(BookMonth month, Stream upload, string? name, List<string> files, FiledTally tally)
    {
        var last = long.MinValue;
        foreach (var voucher in Vouchers(month, upload, name, files))
        {
            if (FiledEntries.Of(voucher) is not { } entry)
            {
                tally.TellUnreadable(voucher);
                continue;
            }

            tally.CountFiled(entry);
            if (entry.Number <= last)
            {
                tally.TellFiled(FiledDifferenceKind.OutOfOrder, entry);
                continue;
            }

            last = entry.Number;
            yield return entry;
        }
    }

    private IEnumerable<Voucher> Vouchers(BookMonth month, Stream upload, string? name, List<string> files)
    {
        foreach (var (path, official, content) in new GibUploadFiles(limits).Read(upload, name))
        {
            if (!IsOf(month, official))
                continue;
            files.Add(path);
            foreach (var voucher in FiledJournalReader.Read(content))
                yield return voucher;
        }
    }

    private static bool IsOf(BookMonth month, GibFileName name)
    {
        var branch = string.Equals(month.Book.Branch, Branch.HeadOffice, StringComparison.Ordinal) ? null : month.Book.Branch;
        return name.Document == GibDocument.Journal && name.Period == month.Period && string.Equals(name.TaxId, month.Book.Company.TaxId, StringComparison.Ordinal) && string.Equals(name.Branch, branch, StringComparison.Ordinal);
    }
}
