using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL001: the number that another place of the voucher gives for the very same document.</summary>
internal sealed class NumberOfSameDocument : Repair
{
    public override string Code => "BEL001";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (DocumentPlace.Of(voucher, finding) is not { } place || place.Line != finding.Line || !string.IsNullOrWhiteSpace(place.Document.Number))
            return null;
        var reads = new List<FieldPlace> { place.Place("type"), place.Place("date") };
        return SameDocument.Find(context.Pack, voucher, place, "number", reads) is { } number
            ? Proposal.Of(place.Set("number", number, "Aynı belgenin numarası fişin başka bir yerinde yazılı; boş kalan yere o numara yazılır.")) with { Reads = reads }
            : null;
    }
}
