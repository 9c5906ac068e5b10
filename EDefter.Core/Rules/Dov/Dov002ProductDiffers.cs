using EDefter.Core.Text;

namespace EDefter.Core.Rules.Dov;

/// <summary>
/// A foreign amount times its rate that is not the lira amount, by more than the digits of amount and rate can explain. A foreign amount of zero is
/// an exchange difference and has no product.
/// </summary>
public sealed class Dov002ProductDiffers : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "DOV002",
        Severity = Severity.Warning,
        Message = "{fisNo}/{satirNo}: döviz × kur, TL tutarıyla uyuşmuyor: {dovizTutari} {doviz} × {kur} = {carpim} TL, satırda {tutar} TL.",
        Remedy = "Döviz tutarını, kuru ve TL tutarını belgesiyle karşılaştırıp yanlış olanı ERP’de düzeltin.",
        Source = "GİB e-Defter Uygulama Kılavuzu (dövizli kayıtlar); VUK 215, 280",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Original is not { Amount.Value: { } foreign, Rate.Value: > 0 and { } rate, Currency: { Length: > 0 } currency } || foreign == 0 || !line.Readable)
            return;
        // Both sides filled is SAT003's, none SAT001's.
        if ((line.Debit == 0) == (line.Credit == 0) || !TryMultiply(foreign, rate, out var product))
            return;
        var lira = Math.Abs(line.Debit + line.Credit);
        if (IsNear(lira, product, foreign, rate) || (ForeignUnits.IsQuotedByHundred(currency) && IsNear(lira, product / 100, foreign, rate)))
            return;
        findings.Add(
            this,
            voucher,
            line.Number,
            "original.amount",
            ("fisNo", voucher.Name),
            ("satirNo", Wording.LineNumber(in line)),
            ("dovizTutari", TurkishText.Amount(foreign)),
            ("doviz", currency),
            ("kur", TurkishText.Rate(rate)),
            ("carpim", TurkishText.Amount(decimal.Round(product, 2, MidpointRounding.AwayFromZero))),
            ("tutar", TurkishText.Amount(lira)));
    }

    // Half a unit of the last digit of each factor, and the kuruş that the lira amount was rounded to.
    private static bool IsNear(decimal lira, decimal product, decimal foreign, decimal rate)
    {
        var slack = 0.01m + (Math.Abs(foreign) * ForeignUnits.HalfLastDigit(rate)) + (rate * ForeignUnits.HalfLastDigit(foreign));
        return Math.Abs(lira - product) <= slack;
    }

    private static bool TryMultiply(decimal foreign, decimal rate, out decimal product)
    {
        product = 0;
        if (!ForeignUnits.IsSensible(foreign) || !ForeignUnits.IsSensible(rate))
            return false;
        product = Math.Abs(foreign) * rate;
        return true;
    }
}
