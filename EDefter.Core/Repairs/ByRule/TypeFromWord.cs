using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL008: the words of ERPs and of people for one of the eight types. A word for a document of type other becomes its name.</summary>
internal sealed class TypeFromWord : Repair
{
    public override string Code => "BEL008";

    public override RepairClass Class => RepairClass.B;

    // One document stands on many lines; its type changes on all of them together, or the lines would contradict each other.
    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        var reads = new List<FieldPlace> { new(Line: null, "module") };
        foreach (var place in DocumentPlace.All(voucher.Voucher))
        {
            if (Translate(edits, place, voucher, context))
                reads.AddRange([place.Place("number"), place.Place("date"), place.Place("typeDescription")]);
        }

        return edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }

    private static bool Translate(List<Edit> edits, DocumentPlace place, VoucherFacts voucher, RepairContext context)
    {
        if (place.Document.Type is not { Length: > 0 } word || DocumentTypes.Parse(word) is not null)
            return false;
        if (!context.Pack.DocumentTypeWords.TryGetValue(word, out var wire) || DocumentTypes.Parse(wire) is not { } type)
            return false;
        // A type that demands number and date would only trade one error for another.
        if (type.NeedsNumberAndDate() && !place.HasNumberAndDate)
            return false;
        var name = type == DocumentType.Other && string.IsNullOrWhiteSpace(place.Document.TypeDescription) ? NameOf(word, voucher, context) : place.Document.TypeDescription;
        if (type == DocumentType.Other && string.IsNullOrWhiteSpace(name))
            return false;
        edits.Add(place.Set("type", wire, $"\"{word}\", belge türleri tablosundaki {Wording.Name(type)} türüdür."));
        if (type == DocumentType.Other)
            edits.Add(place.Set("typeDescription", name, "Belge türü \"Diğer\" olduğunda belgenin adı yazılır."));
        return true;
    }

    private static string? NameOf(string word, VoucherFacts voucher, RepairContext context) =>
        context.Pack.OtherDocumentNames.GetValueOrDefault(word)
        ?? (context.DocumentOf(voucher.Voucher.Module) is { Type: "other", TypeDescription: { Length: > 0 } name } ? name : null);
}
