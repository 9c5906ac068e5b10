using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// FIS002: a difference of kuruş goes to a line of its own on the rounding account that the company named, up to the cap it set. No line that
/// the ERP sent is touched.
/// </summary>
internal sealed class AddRoundingLine : ChoiceRepair
{
    private const string Description = "Kuruş farkı";

    public override string Code => "FIS002";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var difference = voucher.Debit - voucher.Credit;
        if (context.Policy.RoundingAccount is not { Length: > 0 } account || difference == 0 || Math.Abs(difference) > context.Policy.RoundingCap)
            return [];
        // A difference of half a kuruş cannot be booked; the amounts behind it must be rounded first.
        if (decimal.Round(difference, 2) != difference || voucher.Lines.Length == VoucherLimits.LinesMax)
            return [];
        var line = Line(account, difference, context.Chart) with { Branch = BranchOf(voucher) };
        var choice = new Choice(ChangeKind.SplitLine, Line: null, Edit.LinesField, [LineText.Write(line)], $"{TurkishText.Amount(Math.Abs(difference))} TL kuruş farkı için firmanın belirlediği {account} hesabına bir satır eklenir; var olan satırlara dokunulmaz.")
        {
            ReadsAmounts = true,
        };
        return [choice];
    }

    // A line without a branch among lines that all name theirs would be told at once (SUB003).
    private static string? BranchOf(VoucherFacts voucher)
    {
        string? only = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Line.Branch) || (only is not null && !string.Equals(only, line.Line.Branch, StringComparison.Ordinal)))
                return null;
            only = line.Line.Branch;
        }

        return only;
    }

    private static VoucherLine Line(string account, decimal difference, ChartOfAccounts? chart)
    {
        var line = new VoucherLine
        {
            Account = account,
            Debit = difference < 0 ? AmountField.Of(-difference) : AmountField.Absent,
            Credit = difference > 0 ? AmountField.Of(difference) : AmountField.Absent,
            Description = Description,
        };
        var main = VoucherFacts.MainAccountOf(line);
        var use = AccountOnLine.Of(line, main, day: null);
        return line with
        {
            AccountName = AccountNames.Sub(in use, chart) ?? Description,
            MainAccountName = AccountNames.Main(in use, chart) ?? UniformChart.Find(main)?.Name,
        };
    }
}
