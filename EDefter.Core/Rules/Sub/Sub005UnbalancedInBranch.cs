using EDefter.Core.Text;

namespace EDefter.Core.Rules.Sub;

/// <summary>
/// A balanced voucher whose lines of one branch do not balance among themselves. A line without a branch is of the book’s; leading zeros do not
/// count. Told once a voucher, of the branch that comes first.
/// </summary>
public sealed class Sub005UnbalancedInBranch : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SUB005",
        Severity = Severity.Error,
        Message = "{fisNo}: şube bazında dengesiz; {sube} numaralı şubede borç {borc}, alacak {alacak} (393 Merkez ve Şubeler Cari Hesabı eksik olabilir).",
        Remedy = "Fişi ERP’de şubelerine göre ayırın ve her şubede karşı şubeyi 393 Merkez ve Şubeler Cari Hesabı ile borçlandırıp alacaklandırın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 7 (şube defterleri ayrı tutulur); MSUGT, 393 Merkez ve Şubeler Cari Hesabı",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (!NamesAnotherBranch(context, voucher) || voucher.Debit != voucher.Credit || !Balance.IsKnown(voucher))
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            var branch = BranchOf(context, in line);
            var (debit, credit) = Totals(context, voucher, branch);
            if (debit == credit)
                continue;
            findings.Add(
                this,
                voucher,
                line.Number,
                "branch",
                ("fisNo", voucher.Name),
                ("sube", branch.ToString().PadLeft(4, '0')),
                ("borc", TurkishText.Amount(debit)),
                ("alacak", TurkishText.Amount(credit)));
            return;
        }
    }

    private static bool NamesAnotherBranch(CheckContext context, VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Line.Branch is { Length: > 0 } && !BranchOf(context, in line).SequenceEqual(context.Branch.AsSpan().TrimStart('0')))
                return true;
        }

        return false;
    }

    private static (decimal Debit, decimal Credit) Totals(CheckContext context, VoucherFacts voucher, ReadOnlySpan<char> branch)
    {
        decimal debit = 0, credit = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!BranchOf(context, in line).SequenceEqual(branch))
                continue;
            debit += line.Debit;
            credit += line.Credit;
        }

        return (debit, credit);
    }

    private static ReadOnlySpan<char> BranchOf(CheckContext context, in LineFacts line) =>
        string.IsNullOrWhiteSpace(line.Line.Branch) ? context.Branch.AsSpan().TrimStart('0') : line.Line.Branch.AsSpan().Trim().TrimStart('0');
}
