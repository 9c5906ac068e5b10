using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>
/// Prints a month's yevmiye defteri: push every entry in its order, take finished volumes away, then <see cref="Complete"/>. The totals carried
/// from page to page (nakli yekûn) run through the fiscal year; the month ends with its own totals, which must be its control totals.
/// </summary>
public sealed class JournalPrinter : IJournalBook, IPdfBook
{
    private readonly PrintHeading heading;
    private readonly JournalTable table;
    private readonly BookPages pages;
    private long nextEntry;

    public JournalPrinter(PrintHeading heading)
    {
        this.heading = heading;
        table = new JournalTable();
        pages = new BookPages(heading, table, totals: 2);
        table.Totals = pages.Totals;
        pages.Totals[0] = heading.CarriedDebit;
        pages.Totals[1] = heading.CarriedCredit;
        table.HasCarried = heading.CarriedDebit != 0 || heading.CarriedCredit != 0;
        nextEntry = heading.Numbers.First;
    }

    /// <summary>Adds the next entry of the month.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one of the numbering: a bug of the caller.</exception>
    public void Write(JournalEntry entry)
    {
        if (entry.Number != nextEntry)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Number} came where entry {nextEntry} was due."));
        nextEntry++;
        pages.Begin();
        table.HasCarried = true;
        var head = table.HeadOf(entry);
        // An entry's head never stands alone at the foot of a page: its first line comes with it.
        pages.MakeRoom(head, linesAfter: Math.Min(3, table.LineOf(entry.Lines[0]).Lines));
        table.Present = entry;
        pages.Put(head);
        foreach (var line in entry.Lines)
            pages.Put(table.LineOf(line));
        table.Present = null;
    }

    /// <summary>Takes the next finished volume away.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PrintedVolume? volume) => pages.TryTake(out volume);

    /// <inheritdoc/>
    public IReadOnlyList<ShownByCode> ShownByCode => pages.ShownByCode;

    /// <summary>Ends the book with its totals.</summary>
    /// <exception cref="InvalidOperationException">What was printed is not what was numbered: a bug of the caller.</exception>
    public void Complete()
    {
        var numbers = heading.Numbers;
        var (debit, credit) = (pages.Totals[0] - heading.CarriedDebit, pages.Totals[1] - heading.CarriedCredit);
        if (nextEntry != numbers.Last + 1 || debit != numbers.Debit || credit != numbers.Credit)
            throw new InvalidOperationException("The printed journal is not the numbered month.");
        pages.Keep(lines: 2, rows: 2);
        table.HasCarried = false;
        pages.Put(table.TotalOf($"{TurkishText.Month(heading.Period)} toplamı  ({TurkishText.Count(numbers.Vouchers)} madde, {TurkishText.Count(numbers.Lines)} satır)", debit, credit));
        pages.Put(table.TotalOf("Hesap dönemi başından toplam", pages.Totals[0], pages.Totals[1]));
        pages.Complete();
    }

    public void Dispose() => pages.Dispose();
}
