using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Divides a voucher that holds several entries: each entry balances by itself, no line is changed, and the voucher stays one voucher in the log
/// (<see cref="VoucherParts"/>), so that undoing gives it back as it was.
/// </summary>
internal abstract class SplitRepair : Repair
{
    private static readonly string[] AmountMembers = ["debit", "credit", "side"];

    private static readonly string[] LinkMembers = ["sourceDocument", "baseLine", "account", "mainAccount", "partner.taxId", "partner.name", "postingDate"];

    public sealed override RepairClass Class => RepairClass.B;

    public sealed override bool IsDividing => true;

    public sealed override bool IsForWholeVoucher => true;

    public sealed override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        // What is divided already was divided by a person's word; a division is taken back, not changed.
        if (VoucherParts.IsDivided(voucher.Voucher) || voucher.Debit != voucher.Credit || Divide(voucher, context) is not { } groups)
            return null;
        var parts = Describe(voucher, groups);
        var edit = new Edit(ChangeKind.SplitVoucher, Line: null, Edit.PartsField, DivisionText.After(parts), Why(parts.Count)) { Parts = parts };
        return new Proposal([edit]) { Reads = Reads(voucher) };
    }

    /// <summary>The groups of lines, each an entry; null when there is no safe division.</summary>
    protected abstract IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, RepairContext context);

    /// <summary>Turkish sentence with the reason.</summary>
    /// <param name="parts">How many entries the voucher becomes.</param>
    protected abstract string Why(int parts);

    private static List<ChangePart> Describe(VoucherFacts voucher, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var parts = new List<ChangePart>(groups.Count);
        foreach (var group in groups)
        {
            var documents = group.Select(line => voucher.Lines[line - 1].Document).Where(static document => document is not null).DistinctBy(DocumentKey.Of).ToList();
            var amount = group.Sum(line => voucher.Lines[line - 1].Debit);
            parts.Add(new ChangePart(parts.Count + 1, group, documents.Count == 1 ? DivisionText.Document(documents[0]) : null, amount));
        }

        return parts;
    }

    // Whatever the groups were found by: where an earlier change of the plan wrote it, the division depends on that change.
    private static List<FieldPlace> Reads(VoucherFacts voucher)
    {
        var reads = new List<FieldPlace>();
        reads.AddRange(VoucherFields.OfDocument.Select(static member => new FieldPlace(Line: null, DocumentPlace.Prefix + member)));
        for (var line = 1; line <= voucher.Lines.Length; line++)
        {
            reads.AddRange(VoucherFields.OfDocument.Select(member => new FieldPlace(line, DocumentPlace.Prefix + member)));
            reads.AddRange(AmountMembers.Select(member => new FieldPlace(line, member)));
            reads.AddRange(LinkMembers.Select(member => new FieldPlace(line, member)));
        }

        return reads;
    }
}
