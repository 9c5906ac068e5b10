using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// HES002, HES011: a line on an account that the chart lacks, or has closed on that day, may be moved to an account of the same main account that is open:
/// one of the line’s partner, one that bears the name the line writes, or the only one there is.
/// </summary>
/// <param name="code">The rule that it answers.</param>
internal sealed class MoveToChartAccount(string code) : AccountMove
{
    public override string Code => code;

    public override Choice? Offer(VoucherFacts voucher, in LineFacts line, RepairContext context)
    {
        if (line.Line.Account is not { Length: > 0 } account || string.IsNullOrWhiteSpace(line.MainAccount) || context.Tree is not { } tree || !line.Readable)
            return null;
        var leaves = tree.LeavesUnder(line.MainAccount).Where(leaf => !string.Equals(leaf.Code, account, StringComparison.Ordinal) && LeafCandidates.IsOpen(leaf, voucher.Date)).ToList();
        var candidates = LeafCandidates.OfLine(leaves, line.Line, context.Uses);
        return candidates.Count == 0
            ? null
            : new Choice(ChangeKind.Set, line.Number, "account", candidates, Why(account, in line, context))
            {
                Reads = [new FieldPlace(line.Number, "partner.taxId"), new FieldPlace(line.Number, "partner.name"), new FieldPlace(line.Number, "accountName"), new FieldPlace(line.Number, "mainAccount")],
            };
    }

    // What it does to the two accounts is told in lira, because a choice stands in no sum of the plan.
    private static string Why(string account, in LineFacts line, RepairContext context)
    {
        var reason = context.Chart!.Find(account) is null ? "hesap planında yok" : "fişin tarihinde pasif";
        var amount = line.Debit != 0 ? $"{TurkishText.Amount(line.Debit)} TL borç" : $"{TurkishText.Amount(line.Credit)} TL alacak";
        return $"{account} hesabı {reason}; hesap yanlış yazıldıysa satır seçilen hesaba taşınır. {amount} {account} hesabından çıkar, seçilen hesaba girer; satırın tutarı ve fişin toplamları değişmez.";
    }
}
