namespace EDefter.Core.Rules.Dov;

/// <summary>An original amount without currency or rate date, or a currency without a rate. What cannot be read counts as not given, except an amount, of which SAT005 speaks.</summary>
public sealed class Dov001Incomplete : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "DOV001",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: döviz bilgisi eksik ({alan}).",
        Remedy = "Eksik bilgiyi ERP’de tamamlayın; TL ve döviz tutarı belliyse kuru, kur tarihi boşsa fiş tarihini yazan öneriyi onaylayabilirsiniz.",
        Source = "GİB yevmiye şematronu Y102–Y104",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Original is not { } original)
            return;
        var hasAmount = !original.Amount.IsAbsent;
        var hasCurrency = !string.IsNullOrWhiteSpace(original.Currency);
        if (hasAmount && !hasCurrency)
            findings.Add(this, voucher, line.Number, "original.currency", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("alan", "para birimi"));
        if (hasAmount && original.RateDate.Value is null)
            findings.Add(this, voucher, line.Number, "original.rateDate", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("alan", "kur tarihi"));
        if (hasCurrency && original.Rate.IsAbsent)
            findings.Add(this, voucher, line.Number, "original.rate", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("alan", "kur"));
    }
}
