using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL004: the document name that the voucher's ERP module has in the company's map, else in the pack's.</summary>
internal sealed class NameFromModule : Repair
{
    public override string Code => "BEL004";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (DocumentPlace.Of(voucher, finding) is not { Document.Type: "other" } place || !string.IsNullOrWhiteSpace(place.Document.TypeDescription))
            return null;
        if (context.DocumentOf(voucher.Voucher.Module) is not { Type: "other", TypeDescription: { Length: > 0 } name })
            return null;
        return new Proposal([place.Set("typeDescription", name, $"Belge türü \"Diğer\" olduğunda belge adı yazılır; \"{voucher.Voucher.Module}\" modülünün belgesi \"{name}\" adını taşır.")])
        {
            Reads = [place.Place("type"), new FieldPlace(Line: null, "module")],
        };
    }
}
