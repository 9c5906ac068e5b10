using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats;

/// <summary>
/// Watches the fiş no of every entry where a format's lines carry nothing else that tells entries apart (its other sheet is joined by it, or its reader
/// numbers by itself): two entries with one fiş no would become one there.
/// </summary>
internal sealed class VoucherNumbers
{
    private readonly WritingNotes notes;
    private readonly ProfileColumn? column;
    private readonly HashSet<ulong> seen = [];

    public VoucherNumbers(Profile profile, WritingNotes notes)
    {
        this.notes = notes;
        var columns = LineColumns(profile);
        var tellsEntries = columns.Any(one => one.Field is CanonicalField.EntryNumber or CanonicalField.VoucherId);
        column = tellsEntries ? null : columns.FirstOrDefault(one => one.Field == CanonicalField.VoucherNumber);
    }

    /// <summary>Notes the entry when another one has its fiş no.</summary>
    public void Check(JournalEntry entry)
    {
        if (column is null || seen.Add(TextHash.Of(entry.VoucherNumber)))
            return;
        notes.Entry = entry;
        notes.Add(UnwritableReason.SameNumber, column);
        notes.Entry = null;
    }

    // Records and XML hold the lines inside their entry, so nothing needs to join them.
    private static IReadOnlyList<ProfileColumn> LineColumns(Profile profile) => profile.Kind switch
    {
        FileKind.Delimited => profile.Delimited!.Columns,
        FileKind.Workbook => profile.Workbook!.Sheets.Single(sheet => sheet.Rows == RowSource.Lines).Columns,
        _ => [],
    };
}
