using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL010: an entry that rests on no document carries no document fields at all (GİB Kılavuz 18).</summary>
internal sealed class ClearDocument : Repair
{
    private const string Why = "Açılış, kapanış ve benzeri kayıtlar belgeye dayanmaz; belge alanları boş bırakılır.";

    public override string Code => "BEL010";

    public override RepairClass Class => RepairClass.B;

    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        Clear(edits, line: null, voucher.Voucher.Document);
        foreach (ref readonly var line in voucher.Lines)
            Clear(edits, line.Number, line.Line.Document);
        return edits.Count > 0 ? new Proposal(edits) : null;
    }

    private static void Clear(List<Edit> edits, int? line, SourceDocument? document)
    {
        if (document is null)
            return;
        foreach (var member in VoucherFields.OfDocument)
        {
            if (VoucherFields.GetOfDocument(document, member) is not null)
                edits.Add(Edit.Set(line, DocumentPlace.Prefix + member, after: null, Why));
        }
    }
}
