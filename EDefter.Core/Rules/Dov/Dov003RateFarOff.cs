using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Dov;

/// <summary>A rate farther from the central bank’s of its day than the pack allows. A rate between buying and selling is not off at all; a currency or day without rates is not judged.</summary>
public sealed class Dov003RateFarOff : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "DOV003",
        Severity = Severity.Warning,
        Message = "{fisNo}/{satirNo}: {doviz} kuru {kur}, TCMB kurundan %{sapma} farklı ({tarih}: alış {alis}; satış {satis}).",
        Remedy = "Kuru, para birimini ve kur tarihini belgesiyle karşılaştırıp ERP’de düzeltin; kur sözleşmeyle belirlenmişse uyarıyı notla kabul edin.",
        Source = "VUK 280 ve 130 Sıra No.lu VUK Genel Tebliği (TCMB kurları)",
    };

    public override ReferenceData? Needs => ReferenceData.Rates;

    public override RuleOutcome Applies(CheckContext context) => context.Rates is null ? RuleOutcome.NoData : RuleOutcome.Ran;

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Original is not { Rate.Value: > 0 and { } rate, Currency: { Length: > 0 } currency } original || !ForeignUnits.IsSensible(rate))
            return;
        if ((original.RateDate.Value ?? voucher.Date) is not { } day || context.Rates!.Find(day, currency) is not { Buying: > 0, Selling: > 0 } official || !ForeignUnits.IsSensible(official.Buying) || !ForeignUnits.IsSensible(official.Selling))
            return;
        var deviation = Deviation(rate, official);
        if (ForeignUnits.IsQuotedByHundred(currency))
            deviation = Math.Min(deviation, Deviation(rate / 100, official));
        if (deviation <= context.Pack.Limits.RateDeviationPercent)
            return;
        findings.Add(
            this,
            voucher,
            line.Number,
            "original.rate",
            ("fisNo", voucher.Name),
            ("satirNo", Wording.LineNumber(in line)),
            ("doviz", currency),
            ("kur", TurkishText.Rate(rate)),
            ("sapma", TurkishText.Tenths(deviation)),
            ("tarih", TurkishText.Date(day)),
            ("alis", TurkishText.Rate(official.Buying)),
            ("satis", TurkishText.Rate(official.Selling)));
    }

    // Percent by which the rate leaves the span between buying and selling.
    private static decimal Deviation(decimal rate, ExchangeRate official)
    {
        var (low, high) = official.Buying <= official.Selling ? (official.Buying, official.Selling) : (official.Selling, official.Buying);
        if (rate < low)
            return (low - rate) * 100 / low;
        return rate > high ? (rate - high) * 100 / high : 0;
    }

}
