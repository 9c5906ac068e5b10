using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A document of an earlier fiscal year. Of one that is younger than its entry BEL012 speaks.</summary>
public sealed class Bel014OutsideFiscalYear : DistinctDocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL014",
        Severity = Severity.Warning,
        Message = "{yer}: belge tarihi hesap dönemi dışında: {belgeTarihi} (hesap dönemi {baslangic}–{bitis}).",
        Remedy = "Belge tarihini kontrol edin; belge gerçekten önceki döneminse gider ya da geliri önceki dönem hesabına (681, 671) alıp notla kabul edin.",
        Source = "VUK 174 (kayıtlar hesap dönemi itibarıyla tutulur); VUK 219",
    };

    protected override bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type) =>
        document.Date.Value is { } date && date < voucher.Date && YearStart(context, voucher) is { } start && date < start
        && DocumentDates.IsPossible(date, context.AsOf) && DocumentDates.ProvesItsDay(context.Pack, document, type) && !voucher.RestsOnNoDocument(context.Pack);

    protected override void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings)
    {
        var year = context.Company.YearOf(voucher.Date!.Value)!;
        findings.Add(
            this,
            voucher,
            line,
            "document.date",
            ("yer", Wording.Place(voucher, line)),
            ("belgeTarihi", TurkishText.Date(document.Date.Value!.Value)),
            ("baslangic", TurkishText.Date(year.Start)),
            ("bitis", TurkishText.Date(year.End)));
    }

    /// <summary>First day of the fiscal year that the voucher is booked in; null when none covers it (TAR006).</summary>
    internal static DateOnly? YearStart(CheckContext context, VoucherFacts voucher) => voucher.Date is { } date ? context.Company.YearOf(date)?.Start : null;
}
