using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Print;

/// <summary>The columns and rows of the printed yevmiye defteri.</summary>
internal sealed class JournalTable : IBookTable
{
    private const int Main = 0;
    private const int Sub = 1;
    private const int Description = 2;
    private const int Document = 3;
    private const int Debit = 4;
    private const int Credit = 5;

    // The credited account stands a little to the right, as it always has.
    private const double CreditIndent = 9;

    private static readonly BookColumn[] Table = [new(146), new(158), new(152), new(149.89), new(80, IsAmount: true), new(80, IsAmount: true)];

    private readonly TableRow head = new(Table, totals: 2) { RuleAbove = true };
    private readonly TableRow line = new(Table, totals: 2);
    private readonly TableRow carried = new(Table, totals: 2) { Shaded = true, RuleAbove = true };
    private readonly TableRow continued = new(Table, totals: 2) { RuleAbove = true };

    public IReadOnlyList<BookColumn> Columns => Table;

    public IReadOnlyList<TableRow> Headings { get; } = HeadingRows();

    /// <summary>The book's running totals.</summary>
    public decimal[] Totals { get; set; } = [];

    /// <summary>Something stands before: the page begins and ends with what is carried.</summary>
    public bool HasCarried { get; set; }

    /// <summary>The entry whose lines are being set; a page that begins now says that it is continued.</summary>
    public JournalEntry? Present { get; set; }

    public TableRow? Foot => HasCarried ? TotalOf("Nakli yekûn", Totals[0], Totals[1]) : null;

    public IEnumerable<TableRow> Heads
    {
        get
        {
            if (HasCarried)
                yield return TotalOf("Nakli yekûn", Totals[0], Totals[1]);
            if (Present is { } entry)
                yield return ContinuationOf(entry);
        }
    }

    public TableRow HeadOf(JournalEntry entry)
    {
        head.Clear();
        head.Text(Main, string.Create(CultureInfo.InvariantCulture, $"Madde {entry.Number}    {TurkishText.Date(entry.Date)}"), heavy: true);
        head.Text(Sub, "Fiş no: " + entry.VoucherNumber + "  " + PrintWords.Kind(entry.Kind));
        head.Text(Description, entry.Comment, span: 2);
        return head;
    }

    public TableRow LineOf(JournalLine journal)
    {
        var isCredit = journal.Side == VoucherSide.Credit;
        line.Clear();
        line.Text(Main, journal.MainAccount + " " + journal.MainAccountName, indent: isCredit ? CreditIndent : 0);
        if (!string.Equals(journal.SubAccount, journal.MainAccount, StringComparison.Ordinal))
            line.Text(Sub, journal.SubAccount + " " + journal.SubAccountName);
        line.Text(Description, journal.Description);
        line.Text(Document, PrintWords.Document(journal));
        line.Amount(isCredit ? Credit : Debit, journal.Amount);
        line.Counts[isCredit ? 1 : 0] = journal.Amount;
        return line;
    }

    public TableRow TotalOf(string name, decimal debit, decimal credit)
    {
        carried.Clear();
        carried.Text(Main, name, heavy: true, span: 4);
        carried.Amount(Debit, debit, heavy: true);
        carried.Amount(Credit, credit, heavy: true);
        return carried;
    }

    private TableRow ContinuationOf(JournalEntry entry)
    {
        continued.Clear();
        continued.Text(Main, string.Create(CultureInfo.InvariantCulture, $"Madde {entry.Number}    {TurkishText.Date(entry.Date)}  (devamı)"), heavy: true, span: 4);
        return continued;
    }

    private static TableRow[] HeadingRows()
    {
        var entry = new TableRow(Table, totals: 2) { Shaded = true };
        entry.Text(Main, "Madde no, tarih", heavy: true);
        entry.Text(Sub, "Fiş no, türü", heavy: true);
        entry.Text(Description, "Kayıt açıklaması", heavy: true, span: 2);
        var lines = new TableRow(Table, totals: 2) { Shaded = true };
        lines.Text(Main, "Ana hesap", heavy: true);
        lines.Text(Sub, "Alt hesap", heavy: true);
        lines.Text(Description, "Açıklama", heavy: true);
        lines.Text(Document, "Belge", heavy: true);
        lines.Right(Debit, "Borç", heavy: true);
        lines.Right(Credit, "Alacak", heavy: true);
        return [entry, lines];
    }
}
