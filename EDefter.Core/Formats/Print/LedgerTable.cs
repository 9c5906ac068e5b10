using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Print;

/// <summary>The columns and rows of the printed defter-i kebir.</summary>
internal sealed class LedgerTable : IBookTable
{
    private const int Date = 0;
    private const int Number = 1;
    private const int VoucherNumber = 2;
    private const int Sub = 3;
    private const int Description = 4;
    private const int Debit = 5;
    private const int Credit = 6;
    private const int Balance = 7;

    private static readonly BookColumn[] Table =
        [new(48), new(46, IsAmount: true), new(76), new(172), new(172.89), new(80, IsAmount: true), new(80, IsAmount: true), new(91, IsAmount: true)];

    private readonly TableRow head = new(Table, totals: 2) { RuleAbove = true };
    private readonly TableRow line = new(Table, totals: 2);
    private readonly TableRow total = new(Table, totals: 2) { Shaded = true };
    private readonly TableRow carried = new(Table, totals: 2) { Shaded = true, RuleAbove = true };
    private readonly TableRow continued = new(Table, totals: 2) { RuleAbove = true };

    public IReadOnlyList<BookColumn> Columns => Table;

    public IReadOnlyList<TableRow> Headings { get; } = [HeadingRow()];

    /// <summary>The present account's running totals.</summary>
    public decimal[] Totals { get; set; } = [];

    /// <summary>The account that goes on over the end of a page.</summary>
    public AccountTotals? Present { get; set; }

    public TableRow? Foot => Present is null ? null : Filled(carried, "Nakli yekûn", Totals[0], Totals[1], PrintWords.Balance(Totals[0], Totals[1]));

    public IEnumerable<TableRow> Heads
    {
        get
        {
            if (Present is not { } account)
                yield break;
            continued.Clear();
            continued.Text(Date, account.Account + " hesabı  (devamı)", heavy: true, span: 5);
            yield return continued;
            yield return Foot!;
        }
    }

    public TableRow HeadOf(AccountTotals account)
    {
        head.Clear();
        head.Text(Date, account.Account + " " + account.Name, heavy: true, span: 5);
        return head;
    }

    public TableRow LineOf(LedgerLine booked, decimal debit, decimal credit)
    {
        var journal = booked.Line;
        line.Clear();
        line.Text(Date, TurkishText.Date(booked.Date));
        line.Right(Number, booked.Number.ToString(CultureInfo.InvariantCulture));
        line.Text(VoucherNumber, booked.VoucherNumber);
        line.Text(Sub, journal.SubAccount + " " + journal.SubAccountName);
        line.Text(Description, booked.Description);
        var isCredit = journal.Side == VoucherSide.Credit;
        line.Amount(isCredit ? Credit : Debit, journal.Amount);
        line.Right(Balance, PrintWords.Balance(debit, credit));
        line.Counts[isCredit ? 1 : 0] = journal.Amount;
        return line;
    }

    /// <summary>Totals with the balance they leave.</summary>
    public TableRow TotalOf(string name, decimal debit, decimal credit) => Filled(total, name, debit, credit, PrintWords.Balance(debit, credit));

    /// <summary>What a month added: it leaves no balance by itself.</summary>
    public TableRow MonthOf(string name, decimal debit, decimal credit) => Filled(total, name, debit, credit, string.Empty);

    private static TableRow Filled(TableRow row, string name, decimal debit, decimal credit, string balance)
    {
        row.Clear();
        row.Text(Date, name, heavy: true, span: 5);
        row.Amount(Debit, debit, heavy: true);
        row.Amount(Credit, credit, heavy: true);
        row.Right(Balance, balance, heavy: true);
        return row;
    }

    private static TableRow HeadingRow()
    {
        var row = new TableRow(Table, totals: 2) { Shaded = true };
        row.Text(Date, "Tarih", heavy: true);
        row.Right(Number, "Madde no", heavy: true);
        row.Text(VoucherNumber, "Fiş no", heavy: true);
        row.Text(Sub, "Alt hesap", heavy: true);
        row.Text(Description, "Açıklama", heavy: true);
        row.Right(Debit, "Borç", heavy: true);
        row.Right(Credit, "Alacak", heavy: true);
        row.Right(Balance, "Bakiye", heavy: true);
        return row;
    }
}
