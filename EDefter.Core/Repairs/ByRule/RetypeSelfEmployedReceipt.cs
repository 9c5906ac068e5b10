using EDefter.Core.Rules;
using EDefter.Core.Rules.Bel;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL009: type other and the name Serbest Meslek Makbuzu, wherever the voucher cites the document under a wrong type.</summary>
internal sealed class RetypeSelfEmployedReceipt : Repair
{
    private const string Why = "Serbest meslek makbuzu belge türleri tablosunda \"Diğer\" türündedir ve adıyla yazılır.";

    public override string Code => "BEL009";

    public override RepairClass Class => RepairClass.B;

    // One document stands on many lines; its type changes on all of them together, or the lines would contradict each other.
    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        var reads = new List<FieldPlace> { new(Line: null, "module") };
        foreach (var place in DocumentPlace.All(voucher.Voucher))
        {
            if (!Bel009SelfEmployedReceipt.IsWronglyTyped(context.Check, voucher, place.Document, DocumentTypes.Parse(place.Document.Type)))
                continue;
            // Type other demands number and date; without them one error would be traded for another.
            if (!place.HasNumberAndDate)
                return null;
            reads.AddRange([place.Place("number"), place.Place("date")]);
            edits.Add(place.Set("type", DocumentType.Other.ToWire(), Why));
            if (!string.Equals(place.Document.TypeDescription, Bel009SelfEmployedReceipt.Name, StringComparison.Ordinal))
                edits.Add(place.Set("typeDescription", Bel009SelfEmployedReceipt.Name, Why));
        }

        return edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }
}
