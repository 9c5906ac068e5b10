using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Ack;

/// <summary>
/// The opening voucher carries other balances than the opening balances that were sent or, when none were, than the closing voucher of the fiscal year before left. Told once for each
/// account, at the line of the opening voucher that books it, so that every difference can be acknowledged by itself; at the voucher where no line does.
/// </summary>
public sealed class Ack006OpeningDiffers : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK006",
        Severity = Severity.Warning,
        Message = "Açılış ile {kaynak} uyuşmuyor: {hesap} hesabında fark {fark} TL (açılış fişinde {acilis}, beklenen {beklenen}).",
        Remedy = "Hesabın devreden bakiyesini ERP’de karşılaştırın; yanlış olan açılış fişiyse düzeltip yeniden gönderin. Hesap kodu yıl başında değiştiyse uyarıyı notla kabul edin.",
        Source = "VUK 174, 192; TMS 1 dönem başı bakiyelerin devri",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (!IsInOneYear(context))
            return RuleOutcome.Skipped;
        if (context.FiscalYear!.Start != context.From || context.Company.FoundedOn is { } founded && context.FiscalYear.Contains(founded))
            return RuleOutcome.NotApplicable;
        return RuleOutcome.Ran;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        // A second opening voucher, or one of another day, is ACK003's and ACK004's to tell.
        if (month.Openings.Count == 0 || month.Openings[0].Date != context.FiscalYear!.Start)
            return RuleOutcome.NotApplicable;
        var (expected, source) = context.OpeningBalances is { } sent ? (sent, "bildirilen açılış bakiyeleri") : (Reversed(context.ClosingBefore), "önceki yıl kapanışı");
        if (expected is null)
            return RuleOutcome.NoData;
        Compare(month, expected, source, findings);
        return RuleOutcome.Ran;
    }

    private void Compare(MonthAggregates month, AccountTotals expected, string source, FindingSink findings)
    {
        var (opening, opened) = (month.Openings[0], month.OpeningTotals);
        foreach (var account in opened.Without(expected).Accounts)
        {
            if (account.Balance == 0)
                continue;
            findings.Add(
                this,
                opening.Id,
                opening.Number,
                opening.Date,
                month.OpeningLine(opening.Id, account.Account),
                "balance",
                ("kaynak", source),
                ("hesap", Wording.OrEmpty(account.Account)),
                ("fark", TurkishText.Amount(Math.Abs(account.Balance))),
                ("acilis", Wording.Balance(opened.BalanceOf(account.Account))),
                ("beklenen", Wording.Balance(expected.BalanceOf(account.Account))));
        }
    }

    // A closing voucher stands on the other side of every balance.
    private static AccountTotals? Reversed(AccountTotals? closing) =>
        closing is null ? null : AccountTotals.Of(closing.Accounts.Select(static account => account with { Debit = account.Credit, Credit = account.Debit }));
}
