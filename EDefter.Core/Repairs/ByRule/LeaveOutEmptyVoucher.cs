using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS004: a voucher without lines is kept but leaves the book, with the reason in its comment. Nothing is ever deleted.</summary>
internal sealed class LeaveOutEmptyVoucher : Repair
{
    private const string Reason = "Boş fiş: satırı olmadığından defter dışı bırakıldı.";

    public override string Code => "FIS004";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var head = voucher.Voucher;
        if (head.Lines.Count > 0 || head.Document is { IsEmpty: false } || !string.IsNullOrWhiteSpace(head.JournalNumber))
            return null;
        if (Sentences.Append(head.Comment, Reason) is not { } comment)
            return null;
        return Proposal.Of(
            new Edit(ChangeKind.Exclude, Line: null, "state", "cancelled", "Fişin hiç satırı yok; kaydı saklanır, deftere girmez."),
            Edit.Set(line: null, "comment", comment, "Fişin neden defter dışı bırakıldığı açıklamasına yazılır."));
    }
}
