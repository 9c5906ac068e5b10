using EDefter.Core.Companies;

namespace EDefter.Core.Rules;

/// <summary>
/// Shows lines to the passes of all <see cref="AccountOnLineRule"/>s at once. A use that none of them found faulty is remembered, one for each account, and is not judged again;
/// faulty ones are judged every time, because their lines are counted.
/// </summary>
internal sealed class AccountsOnLines(AccountPass[] passes)
{
    private readonly Dictionary<string, AccountOnLine> clean = new(StringComparer.Ordinal);

    public void Observe(VoucherFacts voucher)
    {
        if (passes.Length == 0)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            var use = line.Use;
            if (clean.TryGetValue(use.Account, out var known) && known == use)
                continue;
            if (!Judge(voucher, in line))
                clean[use.Account] = use;
        }
    }

    private bool Judge(VoucherFacts voucher, in LineFacts line)
    {
        var isFaulty = false;
        foreach (var pass in passes)
            isFaulty |= pass.Observe(voucher, in line);
        return isFaulty;
    }
}
