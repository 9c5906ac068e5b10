using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Ack;

/// <summary>An account that still has a balance after the closing voucher. Told at the closing voucher, once for each account.</summary>
public sealed class Ack009LeftAfterClosing : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK009",
        Severity = Severity.Error,
        Message = "Kapanıştan sonra bakiyesi kalan hesap: {hesap} ({bakiye}).",
        Remedy = "Hesabın kalan bakiyesini ERP’de kapanış fişine ekleyin; gelir, gider ve maliyet hesaplarını kapanıştan önce 690 ve yansıtma hesaplarıyla kapatın.",
        Source = "VUK 174, 192 (kapanışta bütün hesapların bakiyesi kapatılır)",
    };

    public override ReferenceData? Needs => ReferenceData.OpeningBalances;

    public override RuleOutcome Applies(CheckContext context)
    {
        if (!IsInOneYear(context))
            return RuleOutcome.Skipped;
        return EndsYear(context) ? RuleOutcome.Ran : RuleOutcome.NotApplicable;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        if (month.Closings.Count == 0)
            return RuleOutcome.NotApplicable;
        if (CarriedBalances.Of(context, month.Openings.Count > 0) is not { } carried)
            return RuleOutcome.NoData;
        var closing = month.Closings[^1];
        foreach (var account in Companies.AccountTotals.Sum(carried, month.Totals).Accounts)
        {
            if (account.Balance != 0)
                findings.Add(this, closing.Id, closing.Number, closing.Date, line: null, "balance", ("hesap", Wording.OrEmpty(account.Account)), ("bakiye", Wording.Balance(account.Balance)));
        }

        return RuleOutcome.Ran;
    }
}
