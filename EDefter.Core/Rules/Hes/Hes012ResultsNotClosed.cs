using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>
/// The fiscal year is over and income and expense accounts (class 6) were not carried over 690, or cost accounts (class 7) were not closed against their yansıtma accounts. Told once for each class with the accounts; what
/// still stands after a closing voucher is an error and ACK009's to tell.
/// </summary>
public sealed class Hes012ResultsNotClosed : AggregateRule
{
    // A message names so many accounts and counts the rest.
    private const int AccountsNamed = 5;

    public override RuleInfo Info { get; } = new()
    {
        Code = "HES012",
        Severity = Severity.Warning,
        Message = "Dönem sonunda kapatılmamış hesap: {hesap}.",
        Remedy = "Maliyet hesaplarını (7) yansıtma hesaplarıyla, gelir ve gider hesaplarını (6) 690 Dönem Kârı veya Zararı hesabıyla kapatın; 690’ın sonucunu 692 üzerinden 590 ya da 591’e aktarın.",
        Source = "MSUGT 690, 692 ve 7 sınıfı hesapların işleyişi",
    };

    public override ReferenceData? Needs => ReferenceData.OpeningBalances;

    public override RuleOutcome Applies(CheckContext context)
    {
        if (!IsInOneYear(context))
            return RuleOutcome.Skipped;
        return EndsYear(context) && context.AsOf > context.To ? RuleOutcome.Ran : RuleOutcome.NotApplicable;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        if (CarriedBalances.Of(context, month.Openings.Count > 0) is not { } carried)
            return RuleOutcome.NoData;
        var atEnd = AccountTotals.Sum(carried, month.Totals);
        var beforeClosing = atEnd.Without(month.ClosingTotals);
        foreach (var mainClass in (char[])['6', '7'])
        {
            var open = beforeClosing.Accounts.Where(account => account.MainAccount.StartsWith(mainClass) && account.Balance != 0 && (month.Closings.Count == 0 || atEnd.BalanceOf(account.Account) == 0)).ToList();
            if (open.Count > 0)
                findings.Add(this, "balance", ("hesap", Named(open)));
        }

        return RuleOutcome.Ran;
    }

    private static string Named(List<AccountTotal> open)
    {
        var named = string.Join(", ", open.Take(AccountsNamed).Select(static account => $"{account.Account} ({Wording.Balance(account.Balance)})"));
        return open.Count > AccountsNamed ? $"{named} ve {TurkishText.Count(open.Count - AccountsNamed)} hesap daha" : named;
    }
}
