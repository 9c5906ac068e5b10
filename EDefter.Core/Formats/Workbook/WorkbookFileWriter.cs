using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Workbook;

/// <summary>
/// A workbook profile. The sheet of the journal's lines is written as the entries come; sheets of entries wait compressed for the part's
/// end, and the sheets of the file's own values come last.
/// </summary>
internal sealed class WorkbookFileWriter : JournalFileWriter
{
    private readonly Profile profile;
    private readonly WritingNotes notes;
    private readonly IReadOnlyList<ProfileSheet> sheets;
    private readonly IReadOnlyList<ProfileColumn> columns;
    private readonly CellValues cells;
    private readonly Dictionary<int, HeldCells> held = [];
    private WorkbookWriter? workbook;
    private WorkbookCells? lines;
    private long rows;

    public WorkbookFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
    {
        this.profile = profile;
        this.notes = notes;
        sheets = profile.Workbook!.Sheets;
        columns = sheets.Single(sheet => sheet.Rows == RowSource.Lines).Columns;
        cells = new CellValues(profile, parameters, notes);
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].Rows == RowSource.Entries)
                held.Add(i, new HeldCells());
        }
    }

    public override void Begin(Stream output, FileFacts facts)
    {
        cells.Facts = facts;
        cells.Entries = 0;
        rows = 0;
        var announced = sheets.Select(sheet => new WorkbookSheet(sheet.Name, [.. sheet.Columns.Select(column => new WorkbookColumn(column.Header, column.Width))]));
        workbook = new WorkbookWriter(output, [.. announced], new WorkbookOptions { CellReferences = profile.Workbook!.CellReferences, HashParts = true });
        lines = new WorkbookCells(workbook);
        workbook.BeginSheet(IndexOf(RowSource.Lines));
    }

    public override bool HasRoomFor(JournalEntry entry) => rows + entry.Lines.Count <= profile.RowsMax;

    public override bool FitsEmptyPart(JournalEntry entry) => entry.Lines.Count <= profile.RowsMax;

    public override void Write(JournalEntry entry)
    {
        notes.Entry = entry;
        foreach (var (sheet, target) in held)
            cells.WriteRow(target, sheets[sheet].Columns, entry, line: null);
        foreach (var line in EntryLines.Of(entry, profile.LineOrder))
        {
            notes.Line = line;
            cells.WriteRow(lines!, columns, entry, line);
        }

        notes.Entry = null;
        notes.Line = null;
        rows += entry.Lines.Count;
        cells.Entries++;
    }

    public override FileResult End()
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].Rows == RowSource.Lines)
                continue;
            workbook!.BeginSheet(i);
            if (held.TryGetValue(i, out var waiting))
                waiting.MoveTo(lines!);
            else
                cells.WriteRow(lines!, sheets[i].Columns, entry: null, line: null);
        }

        workbook!.Complete();
        var result = new FileResult(rows, workbook.ContentSha256);
        workbook.Dispose();
        workbook = null;
        return result;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            workbook?.Dispose();
            foreach (var one in held.Values)
                one.Dispose();
        }

        base.Dispose(disposing);
    }

    private int IndexOf(RowSource source)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].Rows == source)
                return i;
        }

        throw new InvalidOperationException("The profile has no sheet of " + source + ".");
    }
}
