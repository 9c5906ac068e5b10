using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A number that was meant for an e-document's (three letters or digits, year, nine digits) and is none, or whose year is not that of the document's date.
/// What does not look like one is a paper or foreign document and is let alone.
/// </summary>
public sealed class Bel007EDocumentNumber : DistinctDocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL007",
        Severity = Severity.Warning,
        Message = "{yer}: e-Belge numarası biçimi hatalı: {belgeNo} ({neden}).",
        Remedy = "Numarayı belgenin üzerindeki gibi yazın: üç harf ya da rakam, belgenin yılı, dokuz rakam (ör. ABC2025000000001); araya boşluk ya da çizgi girmez.",
        Source = "GİB e-Fatura Uygulaması, fatura numarası kuralı; GİB e-Defter Uygulama Kılavuzu 25",
    };

    protected override bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type) =>
        MayBeElectronic(context.Pack, document, type) && FaultOf(context, document) != EDocumentFault.None;

    protected override void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings)
    {
        var number = document.Number!.Trim();
        var reason = FaultOf(context, document) switch
        {
            EDocumentFault.Year => $"numaradaki yıl {EDocumentNumber.YearOf(number)}, belge tarihi {TurkishText.Date(document.Date.Value!.Value)}",
            EDocumentFault.Length => $"{TurkishText.Count(number.Length)} hane, 16 olmalı",
            EDocumentFault.Separators => "araya boşluk ya da işaret girmiş",
            _ => "üç harf ya da rakam, dört haneli yıl ve dokuz rakam olmalı",
        };
        findings.Add(this, voucher, line, "document.number", ("yer", Wording.Place(voucher, line)), ("belgeNo", number), ("neden", reason));
    }

    private static bool MayBeElectronic(RulePack pack, SourceDocument document, DocumentType? type) =>
        type is DocumentType.Invoice || (type is DocumentType.Other && document is { Number.Length: > 12, TypeDescription: { Length: > 0 } name } && pack.EDocumentNames.Contains(name));

    // The company's own number of a document without number is no e-document's; with an impossible date no year can be compared (BEL013).
    private static EDocumentFault FaultOf(CheckContext context, SourceDocument document)
    {
        if (string.IsNullOrEmpty(document.Number) || document.OwnSeries is "true")
            return EDocumentFault.None;
        var year = document.Date.Value is { } date && DocumentDates.IsPossible(date, context.AsOf) ? date.Year : (int?)null;
        return EDocumentNumber.FaultOf(document.Number.AsSpan().Trim(), year);
    }
}
