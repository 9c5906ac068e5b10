using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>MET007: the voucher's one document by number and name, and its partner where there is one: "ABC2025000000001 numaralı fatura, ŞİŞLİ GIDA LTD.".</summary>
internal sealed class ExplanationOfDocument : Repair
{
    public override string Code => "MET007";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (DocumentPlace.Only(voucher.Voucher) is not { } place || DocumentTypes.Parse(place.Document.Type) is not { } type || string.IsNullOrWhiteSpace(place.Document.Number))
            return null;
        if (type is DocumentType.Other && string.IsNullOrWhiteSpace(place.Document.TypeDescription))
            return null;
        var comment = $"{place.Document.Number.Trim()} numaralı {Wording.Name(place.Document, type)}";
        var reads = new List<FieldPlace> { place.Place("type"), place.Place("typeDescription"), place.Place("number") };
        if (OnlyPartner(voucher) is { } partner)
        {
            comment += ", " + voucher.Lines[partner - 1].Line.Partner!.Name!.Trim();
            reads.Add(new FieldPlace(partner, "partner.name"));
        }

        return new Proposal([Edit.Set(line: null, "comment", comment, "Fişin ve satırlarının açıklaması boş; açıklama, dayandığı belgeden ve cari adından kurulur.")]) { Reads = reads };
    }

    // The first line of the one partner that the voucher names.
    private static int? OnlyPartner(VoucherFacts voucher)
    {
        int? only = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Line.Partner?.Name))
                continue;
            if (only is { } known && !string.Equals(voucher.Lines[known - 1].Line.Partner!.Name, line.Line.Partner!.Name, StringComparison.Ordinal))
                return null;
            only ??= line.Number;
        }

        return only;
    }
}
