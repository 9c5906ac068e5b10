using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Collects entries until a part is full: by size, which may not pass the limit in journal or ledger, or where a division by date was asked
/// for. Whether a part is the month in one piece is known only when the next entry comes, or none.
/// </summary>
internal sealed class PartCollector
{
    /// <summary>Head, tail and a signature with its certificates.</summary>
    private const long FrameBytes = 64 * 1024;

    /// <summary>What an account's own element takes in the ledger.</summary>
    private const long AccountBytes = 1024;

    private readonly EntryXml xml;
    private readonly GibHeading heading;
    private readonly GibBookOptions options;
    private readonly PartStore store = new();
    private readonly ByteBuffer record = new();
    private readonly List<int> ends = [];
    private readonly HashSet<(string Main, string Sub)> fresh = [];

    // Begins the next part. While the part before it is being written, it lies in the record, not in the store.
    private JournalEntry? waiting;
    private long bytes = FrameBytes;
    private int parts;
    private DateOnly from;

    public PartCollector(EntryXml xml, GibHeading heading, GibBookOptions options)
    {
        this.xml = xml;
        this.heading = heading;
        this.options = options;
        from = Later(heading.Period.FirstDay, heading.FiscalYear.Start);
    }

    /// <param name="entry">The next entry.</param>
    /// <param name="ended">The part that ended before it, to be written before the next call; null while there is room.</param>
    /// <returns>False when the entry alone is larger than a part may be; it cannot be divided, and nothing has changed.</returns>
    public bool TryAdd(JournalEntry entry, out GibPart? ended)
    {
        ended = null;
        Renew();
        Record(entry);
        var size = xml.Table.SizeOf(record.Written);
        var more = size + (NewAccounts(entry, inPart: true) * AccountBytes);
        var isFull = store.Entries > 0 && (bytes + more > options.PartBytesMax || IsNextByDate(entry));
        if (isFull || store.Entries == 0)
        {
            more = size + (NewAccounts(entry, inPart: false) * AccountBytes);
            if (FrameBytes + more > options.PartBytesMax)
                return false;
        }

        if (isFull)
        {
            ended = End(entry.Date);
            waiting = entry;
        }
        else
        {
            store.Add(entry, record.Written, ends);
        }

        bytes += more;
        return true;
    }

    /// <summary>The last part; null when the month has no entry.</summary>
    public GibPart? Complete()
    {
        Renew();
        if (store.Entries == 0)
            return null;
        var last = Earlier(heading.Period.LastDay, heading.FiscalYear.End);
        return PartTo(last, parts == 0 ? 0 : parts + 1);
    }

    private void Record(JournalEntry entry)
    {
        record.Clear();
        ends.Clear();
        var sink = new RecordSink(record);
        xml.Record(ref sink, entry, heading, ends);
    }

    private void Renew()
    {
        if (waiting is not { } first)
            return;
        waiting = null;
        store.Clear();
        store.Add(first, record.Written, ends);
    }

    // A day that goes on in the next part stands in both (Teknik Kılavuz 2.2).
    private GibPart End(DateOnly next)
    {
        var to = store.LastDay;
        var part = PartTo(to, parts + 1);
        parts++;
        from = next == to ? to : to.AddDays(1);
        bytes = FrameBytes;
        return part;
    }

    private GibPart PartTo(DateOnly to, int number) => new() { Number = number, Series = options.FirstSeries + Math.Max(0, number - 1), From = from, To = to, Content = store };

    private bool IsNextByDate(JournalEntry entry) => entry.Date > store.LastDay && HasEndBetween(store.LastDay, entry.Date);

    private bool HasEndBetween(DateOnly last, DateOnly next)
    {
        for (var day = last; day < next; day = day.AddDays(1))
        {
            if (options.LastDaysOfParts.Contains(day))
                return true;
        }

        return false;
    }

    private int NewAccounts(JournalEntry entry, bool inPart)
    {
        fresh.Clear();
        foreach (var line in entry.Lines)
        {
            if (!inPart || !store.Knows(line))
                fresh.Add((line.MainAccount, line.SubAccount));
        }

        return fresh.Count;
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;
}
