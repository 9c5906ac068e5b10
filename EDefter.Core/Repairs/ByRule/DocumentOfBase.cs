using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>KDV001: the document of the line that the KDV was computed from, else the one document that all lines of the voucher agree on.</summary>
internal sealed class DocumentOfBase : Repair
{
    private const string Why = "KDV satırı, hesaplandığı satırla aynı belgeye dayanır; belge bilgisi o satırdan alınır.";

    public override string Code => "KDV001";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Document: null } vat || (BaseOf(voucher, in vat) ?? DocumentPlace.Only(voucher.Voucher)) is not { } source)
            return null;
        var edits = new List<Edit>();
        foreach (var member in VoucherFields.OfDocument)
        {
            if (VoucherFields.GetOfDocument(source.Document, member) is { } value)
                edits.Add(Edit.Set(vat.Number, DocumentPlace.Prefix + member, value, Why));
        }

        return new Proposal(edits) { Reads = [.. VoucherFields.OfDocument.Select(source.Place)] };
    }

    private static DocumentPlace? BaseOf(VoucherFacts voucher, in LineFacts vat)
    {
        if (vat.Line.BaseLine is not { Length: > 0 } id)
            return null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.Equals(line.Line.Id, id, StringComparison.Ordinal))
                return line.Line.Document is { IsEmpty: false } own ? new DocumentPlace(line.Number, own) : null;
        }

        return null;
    }
}
