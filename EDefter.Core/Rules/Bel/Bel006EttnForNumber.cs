using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A UUID where the number of an e-document belongs.</summary>
public sealed class Bel006EttnForNumber : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL006",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{yer}: belge numarasına ETTN yazılmış; fatura numarası (16 hane) olmalıdır: {belgeNo}.",
        Remedy = "ETTN yerine faturanın 16 haneli numarasını (ör. ABC2025000000001) ERP’de girin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 25",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (document.Number is { } number && Ettn.Parse(number) is not null)
            findings.Add(this, voucher, line, "document.number", ("yer", Wording.Place(voucher, line)), ("belgeNo", number));
    }
}
