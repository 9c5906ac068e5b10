using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Hes;

/// <summary>
/// A balance sheet account (classes 1 to 5) stands on the wrong side at the end of the range: receivables in credit, payables in debit. Judged by main account before the closing voucher; a single customer who paid too much
/// is no fault of the account.
/// </summary>
public sealed class Hes010ReverseBalance : AggregateRule
{
    // HES009 tells the cash account, day by day.
    private const string Cash = "100";

    public override RuleInfo Info { get; } = new()
    {
        Code = "HES010",
        Severity = Severity.Warning,
        Message = "{hesap} hesabı ters bakiye veriyor: {bakiye}.",
        Remedy = "Hesabın yanlış tarafta kalmasına yol açan kaydı bulun; avans ve fazla ödemeleri ait oldukları hesaba (159, 340, 195, 336 gibi) ERP’de aktarın.",
        Source = "MSUGT hesap planı açıklamaları (hesabın işleyişi: borç ve alacak niteliği)",
    };

    public override ReferenceData? Needs => ReferenceData.OpeningBalances;

    public override RuleOutcome Applies(CheckContext context) => IsInOneYear(context) ? RuleOutcome.Ran : RuleOutcome.Skipped;

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        if (month.Vouchers == 0)
            return RuleOutcome.NotApplicable;
        if (CarriedBalances.Of(context, month.Openings.Count > 0) is not { } carried)
            return RuleOutcome.NoData;
        foreach (var account in AccountTotals.Sum(carried, month.Totals.Without(month.ClosingTotals)).ByMainAccount().Accounts)
        {
            if (IsReversed(account))
                findings.Add(this, "balance", ("hesap", Wording.MainAccount(account.Account)), ("bakiye", Wording.Balance(account.Balance)));
        }

        return RuleOutcome.Ran;
    }

    private static bool IsReversed(AccountTotal account) => UniformChart.Find(account.Account) is { Class: >= 1 and <= 5, Code: not Cash } uniform && uniform.Nature switch
    {
        "BORC" => account.Balance < 0,
        "ALACAK" => account.Balance > 0,
        _ => false,
    };
}
