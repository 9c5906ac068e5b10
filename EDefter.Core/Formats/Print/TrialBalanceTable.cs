namespace EDefter.Core.Formats.Print;

/// <summary>The columns and rows of the printed mizan.</summary>
internal sealed class TrialBalanceTable : IBookTable
{
    private const int Code = 0;
    private const int Name = 1;
    private const int FirstAmount = 2;
    private const double SubIndent = 8;

    // Eight amounts side by side need a smaller letter.
    private const double TextSize = 6.8;

    private static readonly BookColumn[] Table =
        [new(74), new(163.89), .. Enumerable.Repeat(new BookColumn(66, IsAmount: true), TrialBalanceRow.AmountCount)];

    private readonly TableRow main = New(ruleAbove: true);
    private readonly TableRow sub = New(ruleAbove: false);
    private readonly TableRow total = new(Table, TrialBalanceRow.AmountCount, TextSize) { Shaded = true, RuleAbove = true };

    public TrialBalanceTable(string month) => Headings = HeadingRows(month);

    public IReadOnlyList<BookColumn> Columns => Table;

    public IReadOnlyList<TableRow> Headings { get; }

    public decimal[] Totals { get; set; } = [];

    public bool HasCarried { get; set; }

    public TableRow? Foot => HasCarried ? TotalOf("Nakli yekûn") : null;

    public IEnumerable<TableRow> Heads
    {
        get
        {
            if (HasCarried)
                yield return TotalOf("Nakli yekûn");
        }
    }

    public TableRow RowOf(TrialBalanceRow balance)
    {
        var row = (balance.IsMain ? main : sub).Clear();
        row.Text(Code, balance.Code, balance.IsMain);
        row.Text(Name, balance.Name, balance.IsMain, balance.IsMain ? 0 : SubIndent);
        for (var i = 0; i < balance.Amounts.Length; i++)
        {
            // A column of zeros hides what an account has.
            if (balance.Amounts[i] != 0)
                row.Amount(FirstAmount + i, balance.Amounts[i], balance.IsMain);
            if (balance.IsMain)
                row.Counts[i] = balance.Amounts[i];
        }

        return row;
    }

    public TableRow TotalOf(string name)
    {
        total.Clear();
        total.Text(Code, name, heavy: true, span: 2);
        for (var i = 0; i < TrialBalanceRow.AmountCount; i++)
            total.Amount(FirstAmount + i, Totals[i], heavy: true);
        return total;
    }

    private static TableRow New(bool ruleAbove) => new(Table, TrialBalanceRow.AmountCount, TextSize) { RuleAbove = ruleAbove };

    private static TableRow[] HeadingRows(string month)
    {
        var groups = new TableRow(Table, TrialBalanceRow.AmountCount, TextSize) { Shaded = true };
        groups.Text(Code, null, span: 2);
        groups.Text(FirstAmount, "Önceki aylardan devir", heavy: true, span: 2);
        groups.Text(FirstAmount + 2, month, heavy: true, span: 2);
        groups.Text(FirstAmount + 4, "Hesap dönemi başından toplam", heavy: true, span: 2);
        groups.Text(FirstAmount + 6, "Bakiye", heavy: true, span: 2);
        var sides = new TableRow(Table, TrialBalanceRow.AmountCount, TextSize) { Shaded = true };
        sides.Text(Code, "Hesap kodu", heavy: true);
        sides.Text(Name, "Hesap adı", heavy: true);
        for (var i = 0; i < TrialBalanceRow.AmountCount; i += 2)
        {
            sides.Right(FirstAmount + i, "Borç", heavy: true);
            sides.Right(FirstAmount + i + 1, "Alacak", heavy: true);
        }

        return [groups, sides];
    }
}
