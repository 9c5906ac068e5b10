using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL003: the type that documents of the voucher's ERP module have, by the company's map, else by the pack's.</summary>
internal sealed class TypeFromModule : Repair
{
    public override string Code => "BEL003";

    public override RepairClass Class => RepairClass.B;

    // One document stands on many lines; its type changes on all of them together, or the lines would contradict each other.
    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (context.DocumentOf(voucher.Voucher.Module) is not { } document || DocumentTypes.Parse(document.Type) is not { } type)
            return null;
        if (type == DocumentType.Other && string.IsNullOrWhiteSpace(document.TypeDescription))
            return null;
        var edits = new List<Edit>();
        var reads = new List<FieldPlace> { new(Line: null, "module") };
        foreach (var place in DocumentPlace.All(voucher.Voucher))
        {
            // A type that demands number and date would only trade one error for another.
            if (!string.IsNullOrWhiteSpace(place.Document.Type) || (type.NeedsNumberAndDate() && !place.HasNumberAndDate))
                continue;
            reads.AddRange([place.Place("number"), place.Place("date"), place.Place("typeDescription")]);
            edits.Add(place.Set("type", document.Type, $"\"{voucher.Voucher.Module}\" modülünün fişleri bu tür belgeye dayanır."));
            if (type == DocumentType.Other && string.IsNullOrWhiteSpace(place.Document.TypeDescription))
                edits.Add(place.Set("typeDescription", document.TypeDescription, $"\"{voucher.Voucher.Module}\" modülünün belgesi \"{document.TypeDescription}\" adını taşır."));
        }

        return edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }
}
