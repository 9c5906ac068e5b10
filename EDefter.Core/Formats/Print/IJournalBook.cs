using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A yevmiye defteri being written, on paper or as a workbook.</summary>
public interface IJournalBook : IDisposable
{
    /// <summary>Adds the next entry of the month.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one of the numbering: a bug of the caller.</exception>
    void Write(JournalEntry entry);

    /// <summary>Ends the book with its totals.</summary>
    /// <exception cref="InvalidOperationException">What was written is not what was numbered: a bug of the caller.</exception>
    void Complete();
}
