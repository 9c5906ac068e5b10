using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL025: what a place of the voucher lacks of the summary, where another place cites the same summary whole. A number is never invented.</summary>
internal sealed class CompleteExchangeSummary : Repair
{
    private const string Why = "Aynı icmalin bilgisi fişin başka bir yerinde yazılı; boş kalan yere o bilgi yazılır.";

    private static readonly string[] Members = ["type", "typeDescription", "number", "date"];

    public override string Code => "BEL025";

    public override RepairClass Class => RepairClass.B;

    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        var reads = new List<FieldPlace>();
        foreach (var place in DocumentPlace.All(voucher.Voucher))
        {
            if (place.HasNumberAndDate)
                continue;
            foreach (var member in Members)
            {
                if (!string.IsNullOrWhiteSpace(VoucherFields.GetOfDocument(place.Document, member)))
                    reads.Add(place.Place(member));
                else if (SameDocument.Find(context.Pack, voucher, place, member, reads) is { } value)
                    edits.Add(place.Set(member, value, Why));
                else if (member is "number" or "date")
                    return null;
            }
        }

        return edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }
}
