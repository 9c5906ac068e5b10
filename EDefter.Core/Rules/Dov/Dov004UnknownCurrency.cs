using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Dov;

/// <summary>A currency that is no ISO 4217 code, neither at the month’s date nor on the day of its rate.</summary>
public sealed class Dov004UnknownCurrency : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "DOV004",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "{fisNo}/{satirNo}: para birimi kodu \"{kod}\" ISO 4217’ye uymuyor.",
        Remedy = "Üç harfli ISO 4217 kodunu yazın (TRY, EUR, USD gibi); TL, YTL, EURO gibi yazımları Muhasebe Bakım çevirir.",
        Source = "GİB yevmiye şematronu Y23; ISO 4217",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Original?.Currency is { } currency && !string.IsNullOrWhiteSpace(currency) && !context.Pack.Currencies.Contains(currency) && !WasOne(currency, line.Line.Original))
            findings.Add(this, voucher, line.Number, "original.currency", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("kod", currency));
    }

    // An invoice in leva of December is booked in January, when there is no leva any more.
    private static bool WasOne(string currency, OriginalAmount original) => original.RateDate.Value is { } day && RulePacks.For(day).Currencies.Contains(currency);
}
