using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>Turnover per main account: of a part for its berats, of the month for the report.</summary>
internal sealed class Turnovers
{
    private readonly Dictionary<string, Turnover> accounts = new(StringComparer.Ordinal);

    /// <summary>In order of codes, ordinal.</summary>
    public IEnumerable<Turnover> All => accounts.Values.OrderBy(turnover => turnover.Account, StringComparer.Ordinal);

    public void Add(JournalEntry entry)
    {
        foreach (var line in entry.Lines)
            Add(line);
    }

    /// <returns>The sum of one side, 0 where nothing was booked.</returns>
    public decimal Of(string account, VoucherSide side) =>
        accounts.TryGetValue(account, out var found) ? side == VoucherSide.Debit ? found.Debit : found.Credit : 0m;

    private void Add(JournalLine line)
    {
        if (!accounts.TryGetValue(line.MainAccount, out var turnover))
            accounts.Add(line.MainAccount, turnover = new Turnover(line.MainAccount));
        turnover.Name = line.MainAccountName;
        if (line.Side == VoucherSide.Debit)
        {
            turnover.Debit += line.Amount;
            turnover.DebitLines++;
        }
        else
        {
            turnover.Credit += line.Amount;
            turnover.CreditLines++;
        }
    }
}
