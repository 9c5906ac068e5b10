using EDefter.Core.Text;

namespace EDefter.Core.Rules.Kdv;

/// <summary>
/// KDV deducted (191, debit) after the last year in which the law of the document’s day allows it. The document’s date stands for the taxable
/// event, which the data does not hold: hence “may be”.
/// </summary>
public sealed class Kdv004DeductionTooLate : LineRule
{
    // 3065 sayılı Kanun: an older document knows no KDV, its date is BEL013's or a slip.
    private static readonly DateOnly FirstDay = new(1985, 1, 1);

    public override RuleInfo Info { get; } = new()
    {
        Code = "KDV004",
        Severity = Severity.Info,
        Message = "{fisNo}/{satirNo}: indirim süresi geçmiş KDV olabilir: belge tarihi {belgeTarihi}, son indirim yılı {yil}.",
        Remedy = "Süre geçmişse KDV’yi 191 yerine gider ya da kanunen kabul edilmeyen gider olarak ERP’de düzeltin; vergiyi doğuran olay daha sonraysa yapılacak bir şey yoktur.",
        Source = "KDVK 29/3",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.MainAccount != "191" || line.Debit <= 0 || voucher.Date is not { } date || line.Document?.Date.Value is not { } day || day >= date || day < FirstDay)
            return;
        var last = day.Year + RulePacks.For(day).Limits.VatDeductionYears;
        if (date.Year > last && !voucher.RestsOnNoDocument(context.Pack) && !VatAccounts.IsSettlement(voucher))
        {
            findings.Add(
                this,
                voucher,
                line.Number,
                "document.date",
                ("fisNo", voucher.Name),
                ("satirNo", Wording.LineNumber(in line)),
                ("belgeTarihi", TurkishText.Date(day)),
                ("yil", last.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
