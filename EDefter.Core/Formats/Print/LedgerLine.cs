using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A line as the defter-i kebir shows it. It holds the line and not its entry, because lines of one account are held together and entries would come with all their other lines.</summary>
/// <param name="Date">Date of the entry.</param>
/// <param name="Number">Madde no.</param>
/// <param name="VoucherNumber">Fiş no.</param>
/// <param name="Description">The line's explanation, else the entry's.</param>
/// <param name="Line">The line.</param>
public sealed record LedgerLine(DateOnly Date, long Number, string VoucherNumber, string? Description, JournalLine Line)
{
    public static LedgerLine Of(JournalEntry entry, JournalLine line) => new(entry.Date, entry.Number, entry.VoucherNumber, line.Description ?? entry.Comment, line);
}
