using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>
/// Several source documents in one voucher that are no permitted grouping. Papers of one operation are one: what goes beside an invoice (irsaliye,
/// sipariş, gümrük beyannamesi), and the proof of a payment whose lines are no entry without the invoice's. Told once a voucher.
/// </summary>
public sealed class Fis012SeveralDocuments : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS012",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "Tek fişte birden çok belge var: {fisNo} ({adet} belge). Her belge ayrı yevmiye maddesi olmalıdır.",
        Remedy = "ERP’de her belge için ayrı fiş kesin. Kılavuzun izin verdiği bir toplu kayıtsa (günlük Z raporu, banka günü, bordro icmali gibi) fişi bu türde toplu kayıt olarak gönderin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (her belge ayrı yevmiye maddesi)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (!VoucherDocuments.AreSeveral(context.Pack, voucher) || voucher.RestsOnNoDocument(context.Pack) || Groupings.Declared(context.Pack, voucher) is not null)
            return;
        var documents = VoucherDocuments.Of(context.Pack, voucher);
        if (documents.Count > 1 && !IsPermitted(context.Pack, voucher, documents))
            findings.Add(this, voucher, line: null, "document", ("fisNo", voucher.Name), ("adet", TurkishText.Count(documents.Count)));
    }

    private static bool IsPermitted(RulePack pack, VoucherFacts voucher, List<CitedDocument> documents) =>
        VoucherDocuments.AreInvoices(voucher, documents)
        || AreOfOneGrouping(pack, documents)
        || AreOfOneBankDay(pack, voucher, documents)
        || (AreAll(documents, DocumentType.Check, DocumentType.Voucher) && !VoucherDocuments.HaveManyPartners(voucher))
        || AreOfOnePayroll(pack, documents)
        || Operations(pack, documents) <= 1;

    // The slips of a payroll's tax and premiums: no entry stands on one of them, because wages, tax and premiums balance only together.
    private static bool AreOfOnePayroll(RulePack pack, List<CitedDocument> documents) =>
        documents.Exists(document => Groupings.Of(pack, document.Document, document.Type) is GroupingKind.Payroll)
        && documents.TrueForAll(static document => document.Type is DocumentType.Other && !document.Balances);

    // Several Z reports of one day, the receipts of ten days: one document for each, all of the kind that may stand together.
    private static bool AreOfOneGrouping(RulePack pack, List<CitedDocument> documents)
    {
        GroupingKind? common = null;
        foreach (var document in documents)
        {
            if (Accompanies(pack, document))
                continue;
            if (Groupings.Of(pack, document.Document, document.Type) is not { } kind || kind == GroupingKind.BankDay || (common is { } known && known != kind))
                return false;
            common = kind;
        }

        return common is not null;
    }

    private static bool AreOfOneBankDay(RulePack pack, VoucherFacts voucher, List<CitedDocument> documents)
    {
        foreach (var document in documents)
        {
            if (document.Type != DocumentType.Other || !ProvesPayment(pack, document))
                return false;
        }

        return VoucherDocuments.Days(documents, grouping: null) == 1 && !BankMovements.AreOfSeveralBanks(voucher);
    }

    private static bool AreAll(List<CitedDocument> documents, params ReadOnlySpan<DocumentType> types)
    {
        foreach (var document in documents)
        {
            if (document.Type is not { } type || !types.Contains(type) || type != documents[0].Type)
                return false;
        }

        return true;
    }

    // A purchase paid at once is one operation on two papers, and so is a payment on a makbuz and a dekont: neither paper's lines balance alone. An
    // invoice and the later payment of it, both in balance, are two operations that somebody put into one voucher.
    private static int Operations(RulePack pack, List<CitedDocument> documents)
    {
        var payments = documents.Where(document => ProvesPayment(pack, document)).ToList();
        var others = documents.Except(payments).ToList();
        var chief = others.Where(document => !Accompanies(pack, document)).ToList();
        if (chief.Count == 0)
            chief = others;
        var open = payments.Where(static payment => !payment.Balances).ToList();
        var closed = chief.Count + payments.Count - open.Count;
        if (open.Count == 0 || chief.Exists(static document => !document.Balances))
            return closed;
        return closed + open.GroupBy(static payment => (payment.Type, TurkishWordComparer.Fold(payment.Document.TypeDescription ?? string.Empty))).Max(static kind => kind.Count());
    }

    private static bool ProvesPayment(RulePack pack, CitedDocument document) =>
        document.Type is DocumentType.Receipt or DocumentType.Check or DocumentType.Voucher
        || (document.Type is DocumentType.Other && document.Document.TypeDescription is { } name && pack.PaymentDocuments.Contains(name));

    private static bool Accompanies(RulePack pack, CitedDocument document) =>
        document.Type is DocumentType.Shipment or DocumentType.OrderCustomer or DocumentType.OrderVendor
        || (document.Type is DocumentType.Other && document.Document.TypeDescription is { } name && pack.AccompanyingDocuments.Contains(name));
}
