using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>SUB003: lines of another branch, or of none among lines of this one, may be given the branch whose book it is. The rule names the first; each is offered.</summary>
internal sealed class NameBranch : ChoiceRepair
{
    public override string Code => "SUB003";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var book = context.Check.Branch;
        var names = NamesItsBranch(voucher, book) && !IsSame(book, Branch.HeadOffice);
        var choices = new List<Choice>();
        foreach (ref readonly var line in voucher.Lines)
        {
            var branch = line.Line.Branch;
            if (string.IsNullOrWhiteSpace(branch) ? names : !IsSame(branch, book))
                choices.Add(new Choice(ChangeKind.Set, line.Number, "branch", [book], $"Satır, defterin ait olduğu {book} numaralı şubeye yazılır; satır gerçekten başka bir şubeninse fişi ERP’de ayırın."));
        }

        return choices;
    }

    private static bool NamesItsBranch(VoucherFacts voucher, string book)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Line.Branch) && IsSame(line.Line.Branch, book))
                return true;
        }

        return false;
    }

    // Leading zeros do not count, as in the rule.
    private static bool IsSame(string branch, string book) => branch.AsSpan().Trim().TrimStart('0').SequenceEqual(book.AsSpan().Trim().TrimStart('0'));
}
