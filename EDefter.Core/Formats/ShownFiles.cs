using System.Text;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats;

/// <summary>Shows what a profile makes of some entries, by the very writers that make the file.</summary>
public static class ShownFiles
{
    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    /// <param name="profile">The format, saved or not.</param>
    /// <param name="facts">The file's own values.</param>
    /// <param name="entries">What to show.</param>
    /// <param name="rowsMax">Lines of text, or rows of a sheet, at most; an entry may be cut.</param>
    public static ShownFile Of(Profile profile, FileFacts facts, IReadOnlyList<JournalEntry> entries, int rowsMax)
    {
        var notes = new WritingNotes();
        var voucherNumbers = new VoucherNumbers(profile, notes);
        foreach (var entry in entries)
            voucherNumbers.Check(entry);
        var isWorkbook = profile.Kind == FileKind.Workbook;
        var sheets = isWorkbook ? Sheets(profile, facts, entries, rowsMax, notes) : null;
        var lines = isWorkbook ? null : Lines(profile, facts, entries, rowsMax, notes);
        return new ShownFile
        {
            Name = NameTemplate.Resolve(profile.FileName, facts),
            Kind = profile.Kind,
            Lines = lines,
            Sheets = sheets,
            Unwritable = notes.Unwritable,
            UnwritableCount = notes.UnwritableCount,
            Adjustments = notes.Adjustments(),
        };
    }

    private static List<string> Lines(Profile profile, FileFacts facts, IReadOnlyList<JournalEntry> entries, int rowsMax, WritingNotes notes)
    {
        using var bytes = new MemoryStream();
        using (var writer = JournalFileWriter.Of(profile, profile.Parameters, notes))
        {
            writer.Begin(bytes, facts);
            foreach (var entry in entries)
            {
                // Whether a part had room for it is not the question here.
                writer.HasRoomFor(entry);
                writer.Write(entry);
            }

            writer.End();
        }

        var encoding = profile.TextForm?.Encoding == TextEncoding.Windows1254 ? Turkish : Encoding.UTF8;
        var text = encoding.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\ufeff');
        var lines = text.Split(LineEndOf(profile), StringSplitOptions.None);
        return [.. lines[..^1].Take(rowsMax)];
    }

    private static string LineEndOf(Profile profile) => profile.TextForm?.LineEnd switch
    {
        LineEnd.CarriageReturn => "\r",
        LineEnd.CarriageReturnLineFeed => "\r\n",
        _ => "\n",
    };

    private static List<ShownSheet> Sheets(Profile profile, FileFacts facts, IReadOnlyList<JournalEntry> entries, int rowsMax, WritingNotes notes)
    {
        var cells = new CellValues(profile, profile.Parameters, notes) { Facts = facts, Entries = entries.Count };
        var sheets = new List<ShownSheet>();
        foreach (var sheet in profile.Workbook!.Sheets)
        {
            var shown = new ShownCells(sheet.Columns);
            foreach (var (entry, line) in RowsOf(profile, sheet.Rows, entries).Take(rowsMax))
            {
                notes.Entry = entry;
                notes.Line = line;
                cells.WriteRow(shown, sheet.Columns, entry, line);
            }

            notes.Entry = null;
            notes.Line = null;
            sheets.Add(new ShownSheet(sheet.Name, shown.Rows));
        }

        return sheets;
    }

    private static IEnumerable<(JournalEntry? Entry, JournalLine? Line)> RowsOf(Profile profile, RowSource rows, IReadOnlyList<JournalEntry> entries) => rows switch
    {
        RowSource.File => [(null, null)],
        RowSource.Entries => entries.Select(entry => ((JournalEntry?)entry, (JournalLine?)null)),
        _ => entries.SelectMany(entry => EntryLines.Of(entry, profile.LineOrder).Select(line => ((JournalEntry?)entry, (JournalLine?)line))),
    };
}
