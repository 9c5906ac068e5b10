using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Sealing.Difference;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>What is remembered of an archive's journal while it is compared: some hundred bytes a voucher.</summary>
internal sealed class JournalIndex
{
    private readonly Dictionary<string, Mark> marks = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private decimal total;
    private long lines;

    /// <summary>Ids of the vouchers in the order of the journal.</summary>
    public IReadOnlyList<string> Order => order;

    public ArchiveTotals Totals => new(order.Count, lines, total, total);

    public void Add(ArchivedEntry entry)
    {
        var hash = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(EntryComparison.ContentOf(entry))));
        marks.Add(entry.VoucherId, new Mark(hash, entry.Number, entry.Lines[0].Number, entry.Lines.Count));
        order.Add(entry.VoucherId);
        total += entry.Lines.Sum(line => line.Debit);
        lines += entry.Lines.Count;
    }

    public Mark? Find(string voucherId) => marks.TryGetValue(voucherId, out var mark) ? mark : null;

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Mark(UInt128 Content, long Number, long FirstLine, int Lines);
}
