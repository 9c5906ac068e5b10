using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A serbest meslek makbuzu that is typed as an invoice or receipt. That it is one, its name or the voucher's module must say.</summary>
public sealed class Bel009SelfEmployedReceipt : DistinctDocumentRule
{
    /// <summary>The document's proper name.</summary>
    public const string Name = "Serbest Meslek Makbuzu";

    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL009",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{yer}: serbest meslek makbuzu {belgeTuru} türüyle girilmiş; türü \"Diğer\", adı \"Serbest Meslek Makbuzu\" olmalıdır.",
        Remedy = "Belge türünü \"Diğer\", belge adını \"Serbest Meslek Makbuzu\" yapan öneriyi onaylayın ya da ERP’de düzeltin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18, belge türleri tablosu",
    };

    /// <summary>Whether the document is a serbest meslek makbuzu of the wrong type.</summary>
    public static bool IsWronglyTyped(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type)
    {
        if (type is not (DocumentType.Invoice or DocumentType.Receipt))
            return false;
        return string.IsNullOrWhiteSpace(document.TypeDescription)
            ? IsSelfEmployed(context.DocumentOf(voucher.Voucher.Module))
            : context.Pack.OtherDocumentNames.TryGetValue(document.TypeDescription, out var name) && string.Equals(name, Name, StringComparison.Ordinal);
    }

    protected override bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type) => IsWronglyTyped(context, voucher, document, type);

    protected override void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings) =>
        findings.Add(this, voucher, line, "document.type", ("yer", Wording.Place(voucher, line)), ("belgeTuru", DocumentTypes.Parse(document.Type) is DocumentType.Invoice ? "fatura" : "makbuz"));

    private static bool IsSelfEmployed(ModuleDocument? document) =>
        document is { Type: "other", TypeDescription: { Length: > 0 } name } && TurkishWordComparer.Instance.Equals(name, Name);
}
