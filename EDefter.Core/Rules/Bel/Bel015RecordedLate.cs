using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// VUK 219: more than ten days from document to entry, 45 where the company books by approved vouchers. The day of the document is not counted.
/// Of a document of an earlier fiscal year BEL014 speaks.
/// </summary>
public sealed class Bel015RecordedLate : DistinctDocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL015",
        Severity = Severity.Warning,
        Message = "{yer}: kayıt süresi aşıldı: belge {belgeTarihi}, kayıt {fisTarihi} ({gun} gün, en fazla {enFazla} gün).",
        Remedy = "Tarihleri kontrol edin; ikisi de doğruysa geç gelme nedenini yazıp notla kabul edin. Onaylı muhasebe fişi kullanıyorsanız firma bilgilerinde belirtin: süre 45 gündür.",
        Source = "VUK 219",
    };

    protected override bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type) =>
        document.Date.Value is { } date && voucher.Date is { } posted && posted.DayNumber - date.DayNumber > DaysMax(context)
        && DocumentDates.IsPossible(date, context.AsOf) && !(Bel014OutsideFiscalYear.YearStart(context, voucher) is { } start && date < start)
        && DocumentDates.ProvesItsDay(context.Pack, document, type) && !voucher.RestsOnNoDocument(context.Pack);

    protected override void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings)
    {
        var (date, posted) = (document.Date.Value!.Value, voucher.Date!.Value);
        findings.Add(
            this,
            voucher,
            line,
            "document.date",
            ("yer", Wording.Place(voucher, line)),
            ("belgeTarihi", TurkishText.Date(date)),
            ("fisTarihi", TurkishText.Date(posted)),
            ("gun", TurkishText.Count(posted.DayNumber - date.DayNumber)),
            ("enFazla", TurkishText.Count(DaysMax(context))));
    }

    private static int DaysMax(CheckContext context) =>
        context.Company.ApprovedVoucherRegime ? context.Pack.Limits.RecordingDaysMaxApproved : context.Pack.Limits.RecordingDaysMax;
}
