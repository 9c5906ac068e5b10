using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// BEL006: the 16-character number that another place of the voucher gives for the same ETTN, or for the same source document. The ETTN moves to where it
/// belongs. Looked up in the voucher only: what the ERP did not send is not guessed.
/// </summary>
internal sealed class NumberOfEttn : Repair
{
    public override string Code => "BEL006";

    public override RepairClass Class => RepairClass.B;

    // One document stands on many lines; its number changes on all of them together, or the lines would contradict each other.
    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        var reads = new List<FieldPlace>();
        foreach (var place in DocumentPlace.All(voucher.Voucher))
        {
            if (Ettn.Parse(place.Document.Number) is not { } ettn)
                continue;
            if (NumberOf(voucher, place, ettn, reads) is not { } number)
                return null;
            edits.Add(place.Set("number", number, "Belge numarasına ETTN yazılmış; aynı belgenin 16 haneli numarası fişin başka bir yerinde yazılı."));
            if (string.IsNullOrWhiteSpace(place.Document.Ettn))
                edits.Add(place.Set("ettn", place.Document.Number!.Trim(), "Belge numarasından alınan ETTN kendi alanında korunur."));
        }

        return edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }

    private static string? NumberOf(VoucherFacts voucher, DocumentPlace place, Guid ettn, List<FieldPlace> reads)
    {
        string? found = null;
        var source = SourceOf(voucher, place);
        foreach (var other in DocumentPlace.All(voucher.Voucher))
        {
            var isSame = Ettn.Parse(other.Document.Ettn) == ettn || (source is not null && string.Equals(source, SourceOf(voucher, other), StringComparison.Ordinal));
            if (!isSame || other.Document.Number is not { } number || !EDocumentNumber.IsRight(number))
                continue;
            if (found is not null && !string.Equals(found, number, StringComparison.Ordinal))
                return null;
            found = number;
            reads.AddRange([other.Place("number"), other.Place("ettn")]);
        }

        return found;
    }

    private static string? SourceOf(VoucherFacts voucher, DocumentPlace place) =>
        place.Line is { } number && voucher.Lines[number - 1].Line.SourceDocument is { } source && !string.IsNullOrWhiteSpace(source) ? source : null;
}
