using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A defter-i kebir being written: accounts by their code, the lines of each in the order of the journal.</summary>
public interface ILedgerBook : IDisposable
{
    /// <summary>Begins the next main account.</summary>
    void BeginAccount(AccountTotals account);

    /// <summary>Adds a line of the account that was begun.</summary>
    void Write(LedgerLine line);

    /// <exception cref="InvalidOperationException">The account's lines are not what its totals say: a bug of the caller.</exception>
    void EndAccount();

    /// <exception cref="InvalidOperationException">What was written is not what was numbered: a bug of the caller.</exception>
    void Complete();
}
