using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES011: an account that was closed, or not yet open, on the day of its vouchers gets another day of closing or opening, which a person chooses.</summary>
internal sealed class ReopenAccount : ChartRepair
{
    public override string Code => "HES011";

    public override RepairClass Class => RepairClass.C;

    public override ChartProposal? Propose(Finding finding, RepairContext context)
    {
        if (!finding.Values.TryGetValue(AccountPlace, out var account) || finding.Date is not { } day || context.Chart?.Find(account) is not { } present || context.Check.FiscalYear is not { } year)
            return null;
        // Open before it was opened and used after it was closed at once: then nobody knows which day is wrong.
        if (day < present.ActiveFrom)
            return present.ActiveTo < context.Check.To ? null : Opened(account, present, day, year, context);
        return day > present.ActiveTo ? Closed(account, present, year, context) : null;
    }

    private static ChartProposal Opened(string account, ChartAccount present, DateOnly day, FiscalYear year, RepairContext context) =>
        new(account, ChartField.ActiveFrom, ChartField.Text(present.ActiveFrom), After: null, $"{account} hesabı ilk kullanıldığı günde açılmamış görünüyor; açılış günü seçilen güne alınır. Satır yanlış hesaptaysa bunu seçmeyin, fişi ERP’de düzeltin.")
        {
            Candidates = Days(day, context.Check.From, year.Start),
        };

    private static ChartProposal Closed(string account, ChartAccount present, FiscalYear year, RepairContext context) =>
        new(account, ChartField.ActiveTo, ChartField.Text(present.ActiveTo), After: null, $"{account} hesabı kapandıktan sonra da kullanılmış; kapanış günü seçilen güne alınır. Satır yanlış hesaptaysa bunu seçmeyin, fişi ERP’de düzeltin.")
        {
            Candidates = Days(context.Check.To, year.End),
        };

    private static string[] Days(params IEnumerable<DateOnly> days) => [.. days.Distinct().Select(static day => ChartField.Text(day)!)];
}
