using System.Globalization;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Workbook;

/// <summary>The values of a profile's columns as cells.</summary>
internal sealed class CellValues(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
{
    private readonly FieldValues values = new(profile.Values);
    private readonly bool textCells = profile.Workbook!.TextCells;

    public FileFacts? Facts { get; set; }

    /// <summary>Entries of the part, once it is known.</summary>
    public long Entries { get; set; }

    public void WriteRow(CellTarget target, IReadOnlyList<ProfileColumn> columns, JournalEntry? entry, JournalLine? line)
    {
        target.Row();
        foreach (var column in columns)
            WriteCell(target, column, entry, line);
    }

    private void WriteCell(CellTarget target, ProfileColumn column, JournalEntry? entry, JournalLine? line)
    {
        if (column.Field is not { } field)
        {
            WriteText(target, column, column.Constant ?? parameters[column.Parameter!]);
            return;
        }

        if (column.OnlyOn is { } side && line!.Side != side)
        {
            WriteText(target, column, text: null);
            return;
        }

        var source = values.LineOf(column, Facts!, entry, line, notes);
        if (column.Filled is { } filled)
            WriteText(target, column, values.IsFilled(field, Facts!, entry, source) ? filled : null);
        else if (textCells)
            WriteText(target, column, Text(column, field, entry, source));
        else
            WriteField(target, column, field, entry, source);
    }

    private void WriteField(CellTarget target, ProfileColumn column, CanonicalField field, JournalEntry? entry, JournalLine? line)
    {
        switch (column.Nature)
        {
            case FieldNature.Integer:
                target.Number(Integer(field, entry, line));
                break;
            case FieldNature.Amount:
                WriteNumber(target, column, FieldValues.Amount(field, entry, line), CellStyle.Amount);
                break;
            case FieldNature.Decimal:
                WriteNumber(target, column, FieldValues.Decimal(field, line), CellStyle.Decimal);
                break;
            case FieldNature.Date when column.DateFormat is null:
                WriteDate(target, column, FieldValues.Date(field, Facts!, entry, line));
                break;
            default:
                WriteText(target, column, Text(column, field, entry, line));
                break;
        }
    }

    private long Integer(CanonicalField field, JournalEntry? entry, JournalLine? line) =>
        field == CanonicalField.EntryCount ? Entries : FieldValues.Integer(field, Facts!, entry, line);

    private string? Text(ProfileColumn column, CanonicalField field, JournalEntry? entry, JournalLine? line)
    {
        switch (column.Nature)
        {
            case FieldNature.Integer:
                return Integer(field, entry, line).ToString(CultureInfo.InvariantCulture);
            case FieldNature.Amount:
                return WithSeparator(FieldValues.Amount(field, entry, line)?.ToString("F" + profile.Values.AmountDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            case FieldNature.Decimal:
                return WithSeparator(FieldValues.Decimal(field, line)?.ToString(CultureInfo.InvariantCulture));
            case FieldNature.Date:
                return FieldValues.Date(field, Facts!, entry, line) is { } day ? Date(column, day) : null;
            default:
                return values.Text(field, Facts!, entry, line);
        }
    }

    private string Date(ProfileColumn column, DateOnly day) =>
        column.DateFormat is { } own ? DateForm.Write(day, own) : profile.Values.DateBefore + DateForm.Write(day, profile.Values.DateFormat) + profile.Values.DateAfter;

    private string? WithSeparator(string? number) =>
        profile.Values.DecimalSeparator == '.' ? number : number?.Replace('.', profile.Values.DecimalSeparator);

    private void WriteText(CellTarget target, ProfileColumn column, string? text)
    {
        var empty = column.Empty ?? profile.Values.Empty;
        if (string.IsNullOrEmpty(text))
        {
            target.TryText(empty);
            return;
        }

        if (empty.Length > 0 && text == empty && column.Nature != FieldNature.Word)
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
        switch (target.TryText(text))
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
    private void WriteNumber(CellTarget target, ProfileColumn column, decimal? number, CellStyle style)
    {
        if (number is not { } value)
        {
            WriteText(target, column, text: null);
        }
        else if (KeptDigits.HasAll(value))
        {
            target.Number(value, style);
        }
        else
        {
            notes.Add(UnwritableReason.TooManyDigits, column);
            target.Empty();
        }
    }

    private void WriteDate(CellTarget target, ProfileColumn column, DateOnly? day)
    {
        if (day is not { } value)
        {
            WriteText(target, column, text: null);
        }
        else if (value >= WorkbookWriter.DateMin)
        {
            target.Date(value);
        }
        else
        {
            notes.Add(UnwritableReason.DateOutOfRange, column);
            target.Empty();
        }
    }
}
