namespace EDefter.Core.Rules;

/// <summary>Tells the banks of a voucher apart (BEL021).</summary>
internal static class BankMovements
{
    private const string BankAccount = "102";

    /// <summary>
    /// Whether lines of main account 102 stand on several banks. A transfer between two banks of the company is one movement: the other bank's line has
    /// its counterpart of the same amount on the bank that the voucher is about.
    /// </summary>
    public static bool AreOfSeveralBanks(VoucherFacts voucher)
    {
        string? first = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!IsBank(in line) || line.Line.Account is not { } account)
                continue;
            first ??= account;
            if (!string.Equals(first, account, StringComparison.Ordinal))
                return !IsBookOfOneBank(voucher);
        }

        return false;
    }

    private static bool IsBookOfOneBank(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (IsBank(in line) && line.Line.Account is { } bank && ServesAll(voucher, bank))
                return true;
        }

        return false;
    }

    // Each counterpart may serve one transfer only.
    private static bool ServesAll(VoucherFacts voucher, string bank)
    {
        var counterparts = new List<decimal>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (IsBank(in line) && string.Equals(line.Line.Account, bank, StringComparison.Ordinal))
                counterparts.Add(line.Debit - line.Credit);
        }

        foreach (ref readonly var line in voucher.Lines)
        {
            if (IsBank(in line) && !string.Equals(line.Line.Account, bank, StringComparison.Ordinal) && !counterparts.Remove(line.Credit - line.Debit))
                return false;
        }

        return true;
    }

    private static bool IsBank(in LineFacts line) => string.Equals(line.MainAccount, BankAccount, StringComparison.Ordinal);
}
