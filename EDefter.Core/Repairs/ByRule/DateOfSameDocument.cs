using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL002: the date that another place of the voucher gives for the very same document. Never the voucher's date (GİB Kılavuz 18).</summary>
internal sealed class DateOfSameDocument : Repair
{
    public override string Code => "BEL002";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (DocumentPlace.Of(voucher, finding) is not { Document.Date.IsAbsent: true } place || place.Line != finding.Line)
            return null;
        var reads = new List<FieldPlace> { place.Place("type"), place.Place("number") };
        return SameDocument.Find(context.Pack, voucher, place, "date", reads) is { } date
            ? Proposal.Of(place.Set("date", date, "Aynı belgenin tarihi fişin başka bir yerinde yazılı; boş kalan yere o tarih yazılır.")) with { Reads = reads }
            : null;
    }
}
