using System.Runtime.InteropServices;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>A leaf account of a part's ledger with its lines, in the order of the journal (kebir schematron K29–K31, K84, K89).</summary>
internal sealed class LedgerAccount
{
    private readonly List<(JournalEntry Entry, JournalLine Line)> lines = [];

    public IReadOnlyList<(JournalEntry Entry, JournalLine Line)> Lines => lines;

    public decimal Debit { get; private set; }

    public decimal Credit { get; private set; }

    /// <summary>The accounts of some entries by main account and code, ordinal: the authority's rules compare code points, not Turkish letters.</summary>
    public static IEnumerable<LedgerAccount> Of(IReadOnlyList<JournalEntry> entries)
    {
        var accounts = new Dictionary<(string Main, string Sub), LedgerAccount>();
        foreach (var entry in entries)
        {
            foreach (var line in entry.Lines)
                (CollectionsMarshal.GetValueRefOrAddDefault(accounts, (line.MainAccount, line.SubAccount), out _) ??= new LedgerAccount()).Add(entry, line);
        }

        return accounts
            .OrderBy(account => account.Key.Main, StringComparer.Ordinal)
            .ThenBy(account => account.Key.Sub, StringComparer.Ordinal)
            .Select(account => account.Value);
    }

    private void Add(JournalEntry entry, JournalLine line)
    {
        lines.Add((entry, line));
        if (line.Side == VoucherSide.Debit)
            Debit += line.Amount;
        else
            Credit += line.Amount;
    }
}
