using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Kon;

/// <summary>
/// The month's turnover differs from the ERP's mizan: in total or on an account. A mizan may hold main accounts, sub accounts or both; an account of it is compared with everything booked on it and under it, and only its
/// lowest accounts count for the total.
/// </summary>
public sealed class Kon001TrialBalanceDiffers : AggregateRule
{
    // A message names so many accounts and counts the rest.
    private const int AccountsNamed = 5;

    public override RuleInfo Info { get; } = new()
    {
        Code = "KON001",
        Severity = Severity.Error,
        Target = RuleTarget.Run,
        Message = "Yevmiye toplamı mizanla uyuşmuyor: {fark}.",
        Remedy = "Farklı hesapların fişlerini ERP’nin mizanıyla karşılaştırın: gönderilmeyen, sonradan değişen ya da iki kez gelen fiş vardır. Mizan eskiyse güncel mizanı yeniden gönderin.",
        Source = "VUK 182, 215–219; GİB: defterle birlikte verilen özet bilgi mizanla eşit olmalıdır",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is null)
            return RuleOutcome.Skipped;
        return context.TrialBalance is null ? RuleOutcome.NoData : RuleOutcome.Ran;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        var mizan = new TrialBalanceTree(context.TrialBalance ?? throw new InvalidOperationException("The rule needs a trial balance."));
        var differing = mizan.Compare(month.Totals);
        if (differing.Count == 0)
            return RuleOutcome.Ran;
        findings.Add(this, "trialBalance", ("fark", $"yevmiyede borç {Lira(month.Totals.Debit)}, alacak {Lira(month.Totals.Credit)}; mizanda borç {Lira(mizan.Debit)}, alacak {Lira(mizan.Credit)}; farklı hesaplar: {Named(differing)}"));
        return RuleOutcome.Ran;
    }

    private static string Named(IReadOnlyList<TrialBalanceDifference> differing)
    {
        var named = string.Join(", ", differing.Take(AccountsNamed).Select(static account =>
            $"{Wording.OrEmpty(account.Account)} (yevmiyede borç {Lira(account.Debit)}, alacak {Lira(account.Credit)}; mizanda borç {Lira(account.SentDebit)}, alacak {Lira(account.SentCredit)})"));
        return differing.Count > AccountsNamed ? $"{named} ve {TurkishText.Count(differing.Count - AccountsNamed)} hesap daha" : named;
    }

    private static string Lira(decimal amount) => TurkishText.Amount(amount);
}
