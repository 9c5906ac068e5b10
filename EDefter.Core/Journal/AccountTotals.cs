namespace EDefter.Core.Journal;

/// <summary>What was booked to an account before a month and in it, lira.</summary>
public sealed class AccountTotals
{
    public AccountTotals(string mainAccount, string mainAccountName, string account, string name)
    {
        MainAccount = mainAccount;
        MainAccountName = mainAccountName;
        Account = account;
        Name = name;
    }

    public string MainAccount { get; }

    /// <summary>As the last line that was booked to it names it.</summary>
    public string MainAccountName { get; private set; }

    /// <summary>The full code; equals <see cref="MainAccount"/> where the account has no sub account.</summary>
    public string Account { get; }

    public string Name { get; private set; }

    public decimal DebitBefore { get; private set; }

    public decimal CreditBefore { get; private set; }

    public decimal Debit { get; private set; }

    public decimal Credit { get; private set; }

    /// <summary>Lines of the month.</summary>
    public long Lines { get; private set; }

    public decimal DebitToDate => DebitBefore + Debit;

    public decimal CreditToDate => CreditBefore + Credit;

    internal void Rename(string mainAccountName, string name) => (MainAccountName, Name) = (mainAccountName, name);

    internal void AddBefore(decimal debit, decimal credit)
    {
        DebitBefore += debit;
        CreditBefore += credit;
    }

    internal void Add(decimal debit, decimal credit, long lines)
    {
        Debit += debit;
        Credit += credit;
        Lines += lines;
    }
}
