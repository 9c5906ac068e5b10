using System.Runtime.InteropServices;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// The entries of one part as records, in memory that is used again for the next part: held as objects, a part with texts of its own would take three
/// times as much, and be moved about by the collector.
/// </summary>
internal sealed class PartStore
{
    private const int ChunkBytes = 64 * 1024;

    private readonly List<byte[]> chunks = [];
    private readonly List<int> used = [];
    private readonly Stack<byte[]> spare = [];
    private readonly Dictionary<(string Main, string Sub), LedgerAccount> accounts = [];

    public long Entries { get; private set; }

    /// <summary>Day of the last entry.</summary>
    public DateOnly LastDay { get; private set; }

    public GibCoverage? Covers { get; private set; }

    public Turnovers Turnovers { get; private set; } = new();

    /// <summary>The records in the order of the journal, whole entries at a time.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Records => chunks.Select((chunk, i) => new ReadOnlyMemory<byte>(chunk, 0, used[i]));

    /// <summary>By main account and code, ordinal: the authority's rules compare code points, not Turkish letters.</summary>
    public IEnumerable<LedgerAccount> Accounts => accounts
        .OrderBy(account => account.Key.Main, StringComparer.Ordinal)
        .ThenBy(account => account.Key.Sub, StringComparer.Ordinal)
        .Select(account => account.Value);

    public bool Knows(JournalLine line) => accounts.ContainsKey((line.MainAccount, line.SubAccount));

    public ReadOnlySpan<byte> this[RecordPlace place] => chunks[place.Chunk].AsSpan(place.Offset, place.Length);

    /// <param name="entry">The next entry.</param>
    /// <param name="record">Its record.</param>
    /// <param name="ends">Where in it the entry's own items end, and each line.</param>
    public void Add(JournalEntry entry, ReadOnlySpan<byte> record, List<int> ends)
    {
        var at = Keep(record);
        for (var i = 0; i < entry.Lines.Count; i++)
            AccountOf(entry.Lines[i]).Lines.Add(at with { Offset = at.Offset + ends[i], Length = ends[i + 1] - ends[i] });
        Entries++;
        LastDay = entry.Date;
        Turnovers.Add(entry);
        var covered = GibCoverage.Of(entry);
        Covers = Covers?.With(covered) ?? covered;
    }

    public void Clear()
    {
        foreach (var chunk in chunks.Where(chunk => chunk.Length == ChunkBytes))
            spare.Push(chunk);
        chunks.Clear();
        used.Clear();
        accounts.Clear();
        Turnovers = new Turnovers();
        Entries = 0;
        Covers = null;
    }

    private RecordPlace Keep(ReadOnlySpan<byte> record)
    {
        if (chunks.Count == 0 || chunks[^1].Length - used[^1] < record.Length)
        {
            chunks.Add(record.Length > ChunkBytes ? new byte[record.Length] : spare.TryPop(out var free) ? free : new byte[ChunkBytes]);
            used.Add(0);
        }

        var place = new RecordPlace(chunks.Count - 1, used[^1], record.Length);
        record.CopyTo(chunks[^1].AsSpan(place.Offset));
        used[^1] += record.Length;
        return place;
    }

    private LedgerAccount AccountOf(JournalLine line)
    {
        var account = CollectionsMarshal.GetValueRefOrAddDefault(accounts, (line.MainAccount, line.SubAccount), out _) ??= new LedgerAccount();
        if (line.Side == VoucherSide.Debit)
            account.Debit += line.Amount;
        else
            account.Credit += line.Amount;
        return account;
    }
}
