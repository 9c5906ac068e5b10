using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>Holds a ledger being written against the totals of its accounts and of the month: what lacks a line cannot be completed.</summary>
internal sealed class LedgerControl(Numbering numbers)
{
    private AccountTotals? account;
    private long lines;

    /// <summary>Debit of the account so far, with what was carried into the month.</summary>
    public decimal Debit { get; private set; }

    public decimal Credit { get; private set; }

    /// <summary>The account being written.</summary>
    public AccountTotals Account => account ?? throw new InvalidOperationException("No account has been begun.");

    /// <summary>Debit of all accounts in the month.</summary>
    public decimal MonthDebit { get; private set; }

    public decimal MonthCredit { get; private set; }

    public void Begin(AccountTotals begun)
    {
        if (account is not null)
            throw new InvalidOperationException("The account before has not been ended.");
        account = begun;
        (Debit, Credit) = (begun.DebitBefore, begun.CreditBefore);
    }

    public void Add(JournalLine line)
    {
        if (!string.Equals(line.MainAccount, Account.Account, StringComparison.Ordinal))
            throw new InvalidOperationException("The line belongs to another account.");
        Debit += line.Debit;
        Credit += line.Credit;
        lines++;
    }

    public void End()
    {
        if (Debit != Account.DebitToDate || Credit != Account.CreditToDate)
            throw new InvalidOperationException("The account's lines are not what its totals say.");
        MonthDebit += Account.Debit;
        MonthCredit += Account.Credit;
        account = null;
    }

    public void Complete()
    {
        if (account is not null || MonthDebit != numbers.Debit || MonthCredit != numbers.Credit || lines != numbers.Lines)
            throw new InvalidOperationException("The ledger is not the numbered month.");
    }
}
