using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// BEL011: a person may say that the document is of a type that needs neither number nor date: what the module's vouchers rest on, or a makbuz where
/// cash moved. Any other document has a number and a date, and those only the ERP knows.
/// </summary>
internal sealed class NameReceipt : ChoiceRepair
{
    private const string CashAccount = "100";

    public override string Code => "BEL011";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var candidates = new List<string>();
        if (context.DocumentOf(voucher.Voucher.Module) is { } document && DocumentTypes.Parse(document.Type) is { } type && !type.NeedsNumberAndDate())
            candidates.Add(document.Type);
        var receipt = DocumentType.Receipt.ToWire();
        if (Groupings.Moves(voucher, CashAccount) && !candidates.Contains(receipt, StringComparer.Ordinal))
            candidates.Add(receipt);
        return candidates.Count == 0
            ? []
            : [new Choice(ChangeKind.Set, Line: null, "document.type", candidates, "Fişin belgesi yok. Kayıt numarası yazılmayan bir makbuza ya da modülün belgesine dayanıyorsa türünü seçin; numarası ve tarihi olan belge ERP’de girilir.") { Reads = [new FieldPlace(Line: null, "module")] }];
    }
}
