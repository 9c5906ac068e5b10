namespace EDefter.Core.Rules.Sub;

/// <summary>A line of another branch than the book’s, or lines with and without a branch in one voucher of a branch. Leading zeros do not count, and the head
/// office is the same as no branch. Told once a voucher, at the first such line.</summary>
public sealed class Sub003MixedBranches : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SUB003",
        Severity = Severity.Error,
        RepairClass = RepairClass.C,
        Message = "Şubeli ve şubesiz kayıtlar karışık: {fisNo} ({defter} defterinde {subeler}).",
        Remedy = "Fişi şubelerine göre ERP’de ayırıp her birini kendi şubesinin defterine gönderin ya da satırların şubesini düzeltin.",
        Source = "Elektronik Defter Genel Tebliği (1 Sıra No.lu): şube defterleri ayrı tutulur, kendi numarasını alır",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        var book = context.Branch.AsSpan().TrimStart('0');
        int foreign = 0, own = 0, silent = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            var branch = line.Line.Branch.AsSpan().Trim();
            if (branch.IsEmpty)
                silent = silent == 0 ? line.Number : silent;
            else if (!branch.TrimStart('0').SequenceEqual(book))
                foreign = foreign == 0 ? line.Number : foreign;
            else
                own = own == 0 ? line.Number : own;
        }

        if (foreign > 0)
            Tell(context, voucher, foreign, $"{voucher.Lines[foreign - 1].Line.Branch} şubesinin satırı var", findings);
        else if (own > 0 && silent > 0 && !book.IsEmpty)
            Tell(context, voucher, silent, "şubesiz satır var", findings);
    }

    private void Tell(CheckContext context, VoucherFacts voucher, int line, string branches, FindingSink findings) =>
        findings.Add(this, voucher, line, "branch", ("fisNo", voucher.Name), ("defter", context.Branch), ("subeler", branches));
}
