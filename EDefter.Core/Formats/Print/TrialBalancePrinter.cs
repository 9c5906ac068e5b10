using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>Prints a month's mizan: main accounts with their sub accounts, what was carried, the month, the fiscal year so far, and the balance.</summary>
public sealed class TrialBalancePrinter : ITrialBalanceBook, IPdfBook
{
    private readonly PrintHeading heading;
    private readonly TrialBalanceTable table;
    private readonly BookPages pages;

    public TrialBalancePrinter(PrintHeading heading)
    {
        this.heading = heading;
        table = new TrialBalanceTable(TurkishText.Month(heading.Period));
        pages = new BookPages(heading, table, TrialBalanceRow.AmountCount);
        table.Totals = pages.Totals;
    }

    public void Write(TrialBalance balance)
    {
        pages.Begin();
        table.HasCarried = true;
        foreach (var row in TrialBalanceRow.Of(balance))
            pages.Put(table.RowOf(row));

        if (pages.Totals[2] != heading.Numbers.Debit || pages.Totals[3] != heading.Numbers.Credit)
            throw new InvalidOperationException("The trial balance is not the numbered month.");
        pages.Keep(lines: 1, rows: 1);
        table.HasCarried = false;
        pages.Put(table.TotalOf("Genel toplam"));
        pages.Complete();
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PrintedVolume? volume) => pages.TryTake(out volume);

    /// <inheritdoc/>
    public IReadOnlyList<ShownByCode> ShownByCode => pages.ShownByCode;

    public void Dispose() => pages.Dispose();
}
