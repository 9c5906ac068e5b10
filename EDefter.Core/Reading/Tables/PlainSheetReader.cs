using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// One sheet of a workbook as rows, read as bytes: several times as fast as an XML reader. Where the sheet's XML is not plain (<see cref="MarkupScanner"/>), or holds in a row what rows rarely
/// hold, a <see cref="SheetTableReader"/> takes over at that row, so that nothing is read differently, only faster.
/// </summary>
internal sealed class PlainSheetReader(WorkbookFile file, ZipArchiveEntry part) : TableReader
{
    private const int CellBytesLikely = 1_024;

    private readonly Above[] above = new Above[ColumnsMax];
    private readonly MarkupScanner markup = new(file.OpenPart(part));
    private SheetTableReader? judge;
    private long given;

    public override bool Read()
    {
        if (judge is not null)
            return ReadByJudge();
        while (true)
        {
            var token = markup.Read();
            if (token is MarkupToken.Unusual || (token is MarkupToken.Start && !IsReadable()))
                return HandOver();
            if (token is MarkupToken.Done)
            {
                Present.Clear();
                return false;
            }

            if (token is not MarkupToken.Start || !markup.Content.SequenceEqual("row"u8))
                continue;
            if (!ReadRow())
                return HandOver();
            if (!Present.Exists(static cell => !cell.IsEmpty))
                continue;
            given++;
            return true;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            markup.Dispose();
            judge?.Dispose();
        }

        base.Dispose(disposing);
    }

    // Outside the rows nothing is read but names; a row under a prefix would be missed, and what asks to keep white space is asked for by name only where texts are read.
    private bool IsReadable() => !markup.Content.EndsWith(":row"u8) && markup.Attribute("xml:space"u8).IsEmpty;

    private bool HandOver()
    {
        markup.Dispose();
        judge = new SheetTableReader(file, part);
        for (var i = 0L; i < given; i++)
        {
            if (!judge.Read())
                throw new InvalidDataException("The sheet changed while it was read.");
        }

        return ReadByJudge();
    }

    private bool ReadByJudge()
    {
        var any = judge!.Read();
        Row = judge.Row;
        Present.Clear();
        Present.AddRange(judge.Cells);
        return any;
    }

    // False: the judge must look.
    private bool ReadRow()
    {
        // Rows run upwards; one that says otherwise is taken where it stands.
        Row = Math.Max(Row + 1, SheetCells.Number(Said("r"u8)) ?? 0);
        Present.Clear();
        var column = 0;
        while (true)
        {
            if (TakePlainCell(ref column))
                continue;
            switch (markup.Read())
            {
                case MarkupToken.Start when markup.Content.SequenceEqual("c"u8) && markup.Attribute("xml:space"u8).IsEmpty:
                    column = ColumnOf(markup.Attribute("r"u8)) ?? column + 1;
                    if (!ReadCell(column))
                        return false;
                    break;
                case MarkupToken.End:
                    return true;
                case MarkupToken.Text when MarkupScanner.IsWhite(markup.Content):
                    break;
                default:
                    return false;
            }
        }
    }

    // A cell as nearly every cell is written. One that says in the same bytes what the cell above it says is that cell.
    private bool TakePlainCell(ref int column)
    {
        var ahead = markup.Ahead(CellBytesLikely);
        var head = PlainCell.Head(ahead, out var reference);
        if (head == 0)
            return false;
        var place = ColumnOf(reference) ?? column + 1;
        if (place > ColumnsMax)
            return false;
        var rest = ahead[head..];
        ref var above = ref this.above[place - 1];
        if (above.Bytes > 0 && rest.StartsWith(above.Markup.AsSpan(0, above.Bytes)))
        {
            markup.Pass(head + above.Bytes);
        }
        else
        {
            if (!PlainCell.TryParse(rest, out var plain) || TextOf(in plain) is not { } text)
                return false;
            var cell = SheetCells.Of(file, TypeOf(plain.Type), NumberOf(plain.Style), plain.IsInline ? null : text, plain.IsInline ? text : null, isFormula: false);
            above.Remember(rest[..plain.Bytes], cell);
            markup.Pass(head + plain.Bytes);
        }

        column = place;
        if (!above.Cell.IsEmpty)
            Put(place, above.Cell);
        return true;
    }

    private static string? TextOf(in PlainCell cell)
    {
        if (MarkupScanner.PlainText(cell.Text) is not { Length: <= CellCharactersMax } text)
            return null;
        var kept = cell.KeepsSpace ? text : CellXml.Trimmed(text);
        return cell.IsInline ? CellXml.Decode(kept) : kept;
    }

    private static long? NumberOf(ReadOnlySpan<byte> digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool ReadCell(int column)
    {
        var type = TypeOf(markup.Attribute("t"u8));
        var style = SheetCells.Number(Said("s"u8));
        string? value = null;
        string? inline = null;
        var isFormula = false;
        while (true)
        {
            switch (markup.Read())
            {
                case MarkupToken.Start when markup.Content.SequenceEqual("v"u8):
                    if ((value = ReadText()) is null)
                        return false;
                    break;
                case MarkupToken.Start when markup.Content.SequenceEqual("is"u8) && markup.Attribute("xml:space"u8).IsEmpty:
                    if ((inline = ReadInline()) is null)
                        return false;
                    break;
                case MarkupToken.Start when markup.Content.SequenceEqual("f"u8):
                    if (ReadText() is null)
                        return false;
                    isFormula = true;
                    break;
                case MarkupToken.End:
                    if (SheetCells.Of(file, type, style, value, inline, isFormula) is { IsEmpty: false } cell)
                        Put(column, cell);
                    return true;
                case MarkupToken.Text when MarkupScanner.IsWhite(markup.Content):
                    break;
                default:
                    return false;
            }
        }
    }

    // A text of one piece; what has several is the judge's. Ends on the element's end.
    private string? ReadInline()
    {
        string? text = null;
        while (true)
        {
            switch (markup.Read())
            {
                case MarkupToken.Start when text is null && markup.Content.SequenceEqual("t"u8):
                    if ((text = ReadText()) is null)
                        return null;
                    break;
                case MarkupToken.End:
                    return CellXml.Decode(text ?? string.Empty);
                case MarkupToken.Text when MarkupScanner.IsWhite(markup.Content):
                    break;
                default:
                    return null;
            }
        }
    }

    // The character data of the element at hand; null where it holds more than that. Ends on the element's end.
    private string? ReadText()
    {
        var keep = !markup.Attribute("xml:space"u8).IsEmpty;
        var token = markup.Read();
        if (token is MarkupToken.End)
            return string.Empty;
        if (token is not MarkupToken.Text || markup.Text() is not { } text)
            return null;
        if (text.Length > CellCharactersMax)
            throw CellXml.TooLong();
        return markup.Read() is MarkupToken.End ? keep ? text : CellXml.Trimmed(text) : null;
    }

    // No column has more letters than the first few.
    private static int? ColumnOf(ReadOnlySpan<byte> reference)
    {
        Span<char> letters = stackalloc char[8];
        return SheetCells.ColumnOf(letters[..Encoding.ASCII.GetChars(reference[..Math.Min(letters.Length, reference.Length)], letters)]);
    }

    private string? Said(ReadOnlySpan<byte> attribute) => markup.Attribute(attribute) is { IsEmpty: false } said ? Encoding.ASCII.GetString(said) : null;

    private static string? TypeOf(ReadOnlySpan<byte> type)
    {
        if (type.IsEmpty)
            return null;
        if (type.SequenceEqual("s"u8))
            return "s";
        if (type.SequenceEqual("inlineStr"u8))
            return "inlineStr";
        return type.SequenceEqual("n"u8) ? "n" : Encoding.ASCII.GetString(type);
    }

    // The last cell of a column and its markup, as far as it is short.
    [StructLayout(LayoutKind.Auto)]
    private struct Above
    {
        private const int BytesMax = 256;

        public byte[]? Markup { get; private set; }

        // 0 where the markup is too long to be kept.
        public int Bytes { get; private set; }

        public TableCell Cell { get; private set; }

        public void Remember(ReadOnlySpan<byte> markup, in TableCell cell)
        {
            Cell = cell;
            Bytes = markup.Length <= BytesMax ? markup.Length : 0;
            if (Bytes > 0)
                markup.CopyTo(Markup ??= new byte[BytesMax]);
        }
    }
}
