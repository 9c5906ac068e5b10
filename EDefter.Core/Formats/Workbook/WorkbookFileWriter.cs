using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Workbook;

/// <summary>A workbook profile: the sheets of the file's own values, then one row per journal line.</summary>
internal sealed class WorkbookFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes) : JournalFileWriter
{
    private const decimal NumberMax = 999_999_999_999_999m;

    private readonly WorkbookFormat format = profile.Workbook!;
    private readonly FieldValues values = new(profile.Values);
    private readonly ProfileColumn[] columns = [.. profile.Workbook!.Sheets.Single(sheet => sheet.Rows == RowSource.Lines).Columns];
    private FileFacts? facts;
    private WorkbookWriter? workbook;
    private long rows;

    public override void Begin(Stream output, FileFacts facts)
    {
        this.facts = facts;
        rows = 0;
        var sheets = format.Sheets.Select(sheet => new WorkbookSheet(sheet.Name, [.. sheet.Columns.Select(column => new WorkbookColumn(column.Header, column.Width))]));
        workbook = new WorkbookWriter(output, [.. sheets], new WorkbookOptions { CellReferences = format.CellReferences, HashParts = true });
        var lines = format.Sheets.TakeWhile(sheet => sheet.Rows != RowSource.Lines).Count();
        WriteFileSheets(format.Sheets.Take(lines));
        workbook.BeginSheet();
    }

    public override bool HasRoomFor(JournalEntry entry) => rows + entry.Lines.Count <= profile.RowsMax;

    public override bool FitsEmptyPart(JournalEntry entry) => entry.Lines.Count <= profile.RowsMax;

    public override void Write(JournalEntry entry)
    {
        notes.Entry = entry;
        foreach (var line in entry.Lines)
        {
            notes.Line = line;
            WriteRow(columns, entry, line);
        }

        notes.Entry = null;
        notes.Line = null;
        rows += entry.Lines.Count;
    }

    public override FileResult End()
    {
        WriteFileSheets(format.Sheets.SkipWhile(sheet => sheet.Rows != RowSource.Lines).Skip(1));
        workbook!.Complete();
        var result = new FileResult(rows, workbook.ContentSha256);
        workbook.Dispose();
        workbook = null;
        return result;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            workbook?.Dispose();
        base.Dispose(disposing);
    }

    private void WriteFileSheets(IEnumerable<ProfileSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            workbook!.BeginSheet();
            WriteRow([.. sheet.Columns], entry: null, line: null);
        }
    }

    private void WriteRow(ProfileColumn[] of, JournalEntry? entry, JournalLine? line)
    {
        workbook!.Row();
        foreach (var column in of)
            WriteCell(column, entry, line);
    }

    private void WriteCell(ProfileColumn column, JournalEntry? entry, JournalLine? line)
    {
        if (column.Field is not { } canonical)
        {
            WriteText(column, column.Constant ?? parameters[column.Parameter!]);
            return;
        }

        switch (column.Nature)
        {
            case FieldNature.Integer:
                workbook!.Number(FieldValues.Integer(canonical, facts!, entry, line));
                break;
            case FieldNature.Amount:
                WriteNumber(column, FieldValues.Amount(canonical, entry, line), CellStyle.Amount);
                break;
            case FieldNature.Decimal:
                WriteNumber(column, FieldValues.Decimal(canonical, line), CellStyle.Decimal);
                break;
            case FieldNature.Date:
                WriteDate(column, FieldValues.Date(canonical, facts!, entry, line));
                break;
            default:
                WriteText(column, values.Text(canonical, facts!, entry, line));
                break;
        }
    }

    private void WriteText(ProfileColumn column, string? text)
    {
        var empty = column.Empty ?? profile.Values.Empty;
        if (string.IsNullOrEmpty(text))
        {
            workbook!.Text(empty);
            return;
        }

        if (empty.Length > 0 && text == empty)
            notes.Add(UnwritableReason.LooksEmpty, column);
        var most = Math.Min(column.CharactersMax ?? WorkbookWriter.CellCharactersMax, WorkbookWriter.CellCharactersMax);
        if (text.Length > most && column is { Nature: FieldNature.Text, Field: { } field })
        {
            text = TextCut.At(text, most);
            notes.Adjusted(AdjustmentKind.Shortened, field, TextCut.Ellipsis, "…");
        }

        if (text.Length > column.CharactersMax)
            notes.Add(UnwritableReason.TooLong, column);
        notes.Written(column, text);
        switch (workbook!.TryText(text))
        {
            case TextFault.TooLong:
                notes.Add(UnwritableReason.TooLong, column);
                break;
            case TextFault.IllegalCharacter:
                notes.Add(UnwritableReason.IllegalCharacter, column, XmlText.FirstIllegal(text));
                break;
        }
    }

    // Readers keep fifteen digits of a number; beyond them a cent would be lost without a word.
    private void WriteNumber(ProfileColumn column, decimal? number, CellStyle style)
    {
        if (number is not { } value)
        {
            workbook!.Empty();
        }
        else if (IsKept(value))
        {
            workbook!.Number(value, style);
        }
        else
        {
            notes.Add(UnwritableReason.TooManyDigits, column);
            workbook!.Empty();
        }
    }

    private static bool IsKept(decimal value)
    {
        var magnitude = Math.Abs(value);
        for (var scale = value.Scale; scale > 0 && magnitude <= NumberMax; scale--)
            magnitude *= 10;
        // Zeros at the end carry nothing: 1000.000000000000 is four digits.
        while (magnitude > NumberMax && magnitude % 10 == 0)
            magnitude /= 10;
        return magnitude <= NumberMax && decimal.IsInteger(magnitude);
    }

    private void WriteDate(ProfileColumn column, DateOnly? day)
    {
        if (day is not { } value)
        {
            workbook!.Empty();
        }
        else if (value >= WorkbookWriter.DateMin)
        {
            workbook!.Date(value);
        }
        else
        {
            notes.Add(UnwritableReason.DateOutOfRange, column);
            workbook!.Empty();
        }
    }
}
