using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// BEL005: an operation (havale, EFT, virman) stands where the name of its document belongs (GİB Kılavuz 18, 24). The original text moves to the
/// line's description, or to the voucher's comment, so that nothing the bookkeeper wrote is lost.
/// </summary>
internal sealed class NameOfOperation : Repair
{
    public override string Code => "BEL005";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (DocumentPlace.Of(voucher, finding) is not { Document.TypeDescription: { Length: > 0 } operation } place)
            return null;
        if (!context.Pack.NamesOperation(operation, out var name) || name is null)
            return null;
        var (field, text) = place.Line is { } number ? ("description", voucher.Lines[number - 1].Line.Description) : ("comment", voucher.Voucher.Comment);
        var rename = place.Set("typeDescription", name, $"\"{operation}\" bir işlemdir, belge adı değildir; belgesi \"{name}\" olarak adlandırılır.");
        if (text is not null && text.Contains(operation, StringComparison.Ordinal))
            return new Proposal([rename]) { Reads = [place.Place("type"), new FieldPlace(place.Line, field)] };
        return Sentences.Append(text, operation) is { } kept
            ? Proposal.Of(rename, Edit.Set(place.Line, field, kept, $"Belge adından alınan \"{operation}\" metni açıklamada korunur.")) with { Reads = [place.Place("type")] }
            : null;
    }
}
