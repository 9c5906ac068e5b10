using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A supplier's document that two vouchers book, also when the other lies in an earlier month of the fiscal year. Told once for a document, at the last voucher of the range that books it.
/// </summary>
public sealed class Bel016BookedAgain : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL016",
        Severity = Severity.Warning,
        Message = "Mükerrer belge: satıcı {vkn}, belge no {belgeNo} (fiş {fisler}).",
        Remedy = "Aynı belge iki kez kaydedildiyse fişlerden birini ERP’de iptal edin; belge numarası yanlış yazıldıysa düzeltip yeniden gönderin.",
        Source = "VUK 219, 227; KDVK 29/1-a (bir belgenin KDV’si bir kez indirilir)",
    };

    public override RuleOutcome Applies(CheckContext context) => IsInOneYear(context) ? RuleOutcome.Ran : RuleOutcome.Skipped;

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        foreach (var document in month.BookedAgain(context.YearToDate ?? YearToDate.Empty))
        {
            var last = document.Vouchers[^1];
            var names = string.Join(", ", document.Vouchers.Select(static voucher => voucher.Name));
            var where = document.Earlier.Count == 0 ? names : $"{names}; ayrıca {YearToDate.Tell(document.Earlier)}";
            findings.Add(this, last.Id, last.Number, last.Date, line: null, "document.number", ("vkn", document.TaxId), ("belgeNo", document.Number), ("fisler", where));
        }

        return RuleOutcome.Ran;
    }
}
