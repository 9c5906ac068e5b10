using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>An entry's lines in the order of a profile.</summary>
internal static class EntryLines
{
    public static IReadOnlyList<JournalLine> Of(JournalEntry entry, LineOrder order) =>
        order == LineOrder.Journal || IsDebitFirst(entry.Lines) ? entry.Lines : [.. entry.Lines.Where(line => line.Side == VoucherSide.Debit), .. entry.Lines.Where(line => line.Side == VoucherSide.Credit)];

    private static bool IsDebitFirst(IReadOnlyList<JournalLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Side == VoucherSide.Debit && lines[i - 1].Side == VoucherSide.Credit)
                return false;
        }

        return true;
    }
}
