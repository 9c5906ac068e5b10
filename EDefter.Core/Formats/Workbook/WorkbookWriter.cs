using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Workbook;

/// <summary>
/// Writes an .xlsx forward-only into any stream, sheet after sheet and row after row, in memory that does not grow with the rows. Text is
/// always an inline string, so nothing that came from data can become a formula; the same calls give the same bytes, because ZIP times are
/// fixed and nothing is asked of the machine.
/// </summary>
/// <remarks>Call <see cref="BeginSheet()"/>, then <see cref="Row"/> and the cells from the left; a cell that is left out at the end of a row is empty.</remarks>
public sealed class WorkbookWriter : IDisposable
{
    /// <summary>Rows of a sheet, its header row included.</summary>
    public const int RowsMax = 1_048_576;

    /// <summary>Characters of a cell.</summary>
    public const int CellCharactersMax = 32_767;

    /// <summary>The first day that every reader counts alike; before it the day numbers of this format disagree.</summary>
    public static readonly DateOnly DateMin = new(1900, 3, 1);

    // A line of the standard font, and the highest row that readers show.
    private const int LinePoints = 15;
    private const int RowPointsMax = 409;

    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("[]:*?/\\");

    private readonly IReadOnlyList<WorkbookSheet> sheets;
    private readonly WorkbookOptions options;
    private readonly ForwardStream file;
    private readonly ZipArchive zip;
    private readonly SheetBuffer buffer = new();
    private readonly ContentListing content = new();
    private readonly byte[][] columnNames;
    private readonly byte[] rowDigits = new byte[8];
    private Stream? part;
    private ForwardStream? partHash;
    private string partName = string.Empty;
    private readonly HashSet<int> begun = [];
    private int sheet = -1;
    private int row;
    private int rowDigitsUsed;
    private int column;
    private bool rowOpen;
    private bool completed;

    /// <param name="output">Any writable stream; left open.</param>
    /// <param name="sheets">Every sheet in its order; each must be begun before <see cref="Complete"/>.</param>
    /// <param name="options">Null takes the defaults.</param>
    public WorkbookWriter(Stream output, IReadOnlyList<WorkbookSheet> sheets, WorkbookOptions? options = null)
    {
        CheckSheets(sheets);
        this.sheets = sheets;
        this.options = options ?? new WorkbookOptions();
        columnNames = ColumnNames(sheets.Max(one => one.Columns.Count));
        file = new ForwardStream(output);
        zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        WriteParts();
    }

    /// <summary>Rows of the present sheet so far, its header row included.</summary>
    public int Rows => row;

    /// <summary>Size of the file; known after <see cref="Complete"/>.</summary>
    public long Bytes => file.Bytes;

    /// <summary>SHA-256 of the file as written; known after <see cref="Complete"/>.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>The workbook's identity over its uncompressed parts (<see cref="ContentListing"/>); known after <see cref="Complete"/>, with <see cref="WorkbookOptions.HashParts"/>.</summary>
    public string ContentSha256 { get; private set; } = string.Empty;

    /// <summary>Ends the sheet before and begins the next of those announced, with its header row.</summary>
    public void BeginSheet()
    {
        if (sheet + 1 >= sheets.Count)
            throw new InvalidOperationException("Every announced sheet has been begun.");
        BeginSheet(sheet + 1);
    }

    /// <summary>Ends the sheet before and begins one of those announced, whichever: people see the announced order whatever was written first.</summary>
    /// <param name="index">0-based place among the announced sheets; each may be begun once.</param>
    public void BeginSheet(int index)
    {
        if (!begun.Add(index))
            throw new InvalidOperationException("The sheet has been begun before.");
        EndSheet();
        sheet = index;
        row = 0;
        BeginPart(WorkbookParts.SheetName(sheet + 1));
        var present = sheets[sheet];
        Utf8(WorkbookParts.SheetHead);
        if (present.FitPageWidth)
            buffer.Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"u8);
        WriteView(present);
        WriteColumns(present);
        buffer.Raw("<sheetData>"u8);
        Row();
        foreach (var one in present.Columns)
            Text(one.Header, CellStyle.Header);
    }

    /// <summary>Ends the row before and begins the next.</summary>
    /// <param name="lines">Lines of text that its tallest cell shows; more than one makes the row higher, because not every reader measures wrapped text itself.</param>
    /// <exception cref="InvalidOperationException">The sheet is full: the caller splits on a voucher boundary before that.</exception>
    public void Row(int lines = 1)
    {
        EndRow();
        if (sheet < 0)
            throw new InvalidOperationException("No sheet has been begun.");
        if (row == RowsMax)
            throw new InvalidOperationException("The sheet is full.");
        row++;
        column = 0;
        rowOpen = true;
        buffer.FlushWhenFull();
        buffer.Raw("<row"u8);
        if (options.CellReferences)
        {
            row.TryFormat(rowDigits, out rowDigitsUsed, default, CultureInfo.InvariantCulture);
            buffer.Raw(" r=\""u8);
            buffer.Raw(rowDigits.AsSpan(0, rowDigitsUsed));
            buffer.Raw("\""u8);
        }

        if (lines > 1)
        {
            buffer.Raw(" ht=\""u8);
            buffer.Integer(Math.Min(lines * LinePoints, RowPointsMax));
            buffer.Raw("\" customHeight=\"1\""u8);
        }

        buffer.Raw(">"u8);
    }

    /// <summary>A text cell; null or nothing is an empty cell.</summary>
    /// <exception cref="ArgumentException">The text cannot stand in a cell (<see cref="TextFault"/>).</exception>
    public void Text(string? text, CellStyle style = CellStyle.Text)
    {
        var fault = TryText(text, style);
        if (fault != TextFault.None)
            throw new ArgumentException("The text cannot stand in a cell: " + fault + ".", nameof(text));
    }

    /// <summary>A text cell, or an empty cell and the reason why the text cannot stand there.</summary>
    public TextFault TryText(string? text, CellStyle style = CellStyle.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            EmptyCell(style is CellStyle.Text ? CellStyle.Plain : style);
            return TextFault.None;
        }

        if (text.Length > CellCharactersMax)
        {
            Empty();
            return TextFault.TooLong;
        }

        buffer.FlushWhenFull();
        var before = buffer.Mark();
        OpenCell(style);
        buffer.Raw(" t=\"inlineStr\">"u8);
        var fault = buffer.InlineString(text);
        if (fault == TextFault.None)
        {
            buffer.Raw("</c>"u8);
            return TextFault.None;
        }

        buffer.Return(before);
        column--;
        Empty();
        return fault;
    }

    public void Number(long number, CellStyle style = CellStyle.Integer)
    {
        OpenCell(style);
        buffer.Raw("><v>"u8);
        buffer.Integer(number);
        buffer.Raw("</v></c>"u8);
    }

    /// <summary>A number cell with every digit that the number carries.</summary>
    public void Number(decimal number, CellStyle style = CellStyle.Amount)
    {
        OpenCell(style);
        buffer.Raw("><v>"u8);
        buffer.Number(number);
        buffer.Raw("</v></c>"u8);
    }

    /// <summary>An amount for eyes: a number, or the text of it where readers would not keep all of its digits.</summary>
    public void Amount(decimal amount)
    {
        if (KeptDigits.HasAll(amount))
            Number(amount);
        else
            Text(TurkishText.Amount(amount));
    }

    /// <summary>A real date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before <see cref="DateMin"/>.</exception>
    public void Date(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, DateMin);
        OpenCell(CellStyle.Date);
        buffer.Raw("><v>"u8);
        buffer.Integer(day.DayNumber - DayZero);
        buffer.Raw("</v></c>"u8);
    }

    public void Empty() => EmptyCell(CellStyle.Plain);

    /// <summary>Ends the last sheet and the file. Without it the file is unreadable, on purpose.</summary>
    public void Complete()
    {
        if (completed)
            return;
        if (begun.Count < sheets.Count)
            throw new InvalidOperationException("A sheet was announced and never begun.");
        EndSheet();
        zip.Dispose();
        Sha256 = file.EndHash();
        ContentSha256 = options.HashParts ? content.ToHex() : string.Empty;
        completed = true;
    }

    public void Dispose()
    {
        if (!completed)
            file.Abandon();
        part?.Dispose();
        partHash?.Dispose();
        zip.Dispose();
        file.Dispose();
    }

    private void EmptyCell(CellStyle style)
    {
        if (style == CellStyle.Plain && options.CellReferences)
        {
            NextColumn();
            return;
        }

        OpenCell(style);
        buffer.Raw("/>"u8);
    }

    // <c r="A1" s="2" — the caller adds the type and closes the tag.
    private void OpenCell(CellStyle style)
    {
        NextColumn();
        buffer.FlushWhenFull();
        if (options.CellReferences)
        {
            buffer.Raw("<c r=\""u8);
            buffer.Raw(columnNames[column - 1]);
            buffer.Raw(rowDigits.AsSpan(0, rowDigitsUsed));
            buffer.Raw("\""u8);
        }
        else
        {
            buffer.Raw("<c"u8);
        }

        if (style == CellStyle.Plain)
            return;
        buffer.Raw(" s=\""u8);
        buffer.Integer((int)style);
        buffer.Raw("\""u8);
    }

    private void NextColumn()
    {
        if (!rowOpen)
            throw new InvalidOperationException("No row has been begun.");
        if (column == sheets[sheet].Columns.Count)
            throw new InvalidOperationException("The row has more cells than the sheet has columns.");
        column++;
    }

    private void EndRow()
    {
        if (!rowOpen)
            return;
        buffer.Raw("</row>"u8);
        rowOpen = false;
    }

    private void EndSheet()
    {
        if (sheet < 0)
            return;
        EndRow();
        buffer.Raw("</sheetData>"u8);
        var present = sheets[sheet];
        if (present.AutoFilter)
            WriteRange("<autoFilter ref=\"A1:"u8, present, "\"/>"u8);
        if (present.FitPageWidth)
            buffer.Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"u8);
        // Codes are text on purpose; without this every one of them would wear a green corner.
        WriteRange("<ignoredErrors><ignoredError sqref=\"A1:"u8, present, "\" numberStoredAsText=\"1\"/></ignoredErrors>"u8);
        buffer.Raw("</worksheet>"u8);
        EndPart();
    }

    private void WriteRange(ReadOnlySpan<byte> before, WorkbookSheet present, ReadOnlySpan<byte> after)
    {
        buffer.Raw(before);
        buffer.Raw(columnNames[present.Columns.Count - 1]);
        buffer.Integer(row);
        buffer.Raw(after);
    }

    private void WriteView(WorkbookSheet present)
    {
        buffer.Raw(sheet == 0 ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane "u8 : "<sheetViews><sheetView workbookViewId=\"0\"><pane "u8);
        if (present.FrozenColumns > 0)
        {
            buffer.Raw("xSplit=\""u8);
            buffer.Integer(present.FrozenColumns);
            buffer.Raw("\" "u8);
        }

        buffer.Raw("ySplit=\"1\" topLeftCell=\""u8);
        buffer.Raw(columnNames[present.FrozenColumns]);
        buffer.Raw(present.FrozenColumns > 0 ? "2\" activePane=\"bottomRight\" state=\"frozen\"/>"u8 : "2\" activePane=\"bottomLeft\" state=\"frozen\"/>"u8);
        buffer.Raw("</sheetView></sheetViews>"u8);
    }

    private void WriteColumns(WorkbookSheet present)
    {
        buffer.Raw("<cols>"u8);
        for (var i = 1; i <= present.Columns.Count; i++)
        {
            buffer.FlushWhenFull();
            buffer.Raw("<col min=\""u8);
            buffer.Integer(i);
            buffer.Raw("\" max=\""u8);
            buffer.Integer(i);
            buffer.Raw("\" width=\""u8);
            buffer.Number((decimal)present.Columns[i - 1].Width);
            buffer.Raw("\" customWidth=\"1\"/>"u8);
        }

        buffer.Raw("</cols>"u8);
    }

    private void WriteParts()
    {
        WritePart(WorkbookParts.ContentTypesName, WorkbookParts.ContentTypes(sheets.Count));
        WritePart(WorkbookParts.RootRelationshipsName, WorkbookParts.RootRelationships);
        BeginPart(WorkbookParts.WorkbookName);
        Utf8(WorkbookParts.WorkbookHead);
        for (var i = 1; i <= sheets.Count; i++)
        {
            buffer.Raw("<sheet name=\""u8);
            buffer.Attribute(sheets[i - 1].Name);
            buffer.Raw("\" sheetId=\""u8);
            buffer.Integer(i);
            buffer.Raw("\" r:id=\"rId"u8);
            buffer.Integer(i);
            buffer.Raw("\"/>"u8);
        }

        Utf8(WorkbookParts.WorkbookTail);
        EndPart();
        WritePart(WorkbookParts.RelationshipsName, WorkbookParts.Relationships(sheets.Count));
        WritePart(WorkbookParts.StylesName, WorkbookParts.Styles);
    }

    private void WritePart(string name, string text)
    {
        BeginPart(name);
        Utf8(text);
        EndPart();
    }

    private void Utf8(string text) => buffer.Raw(Encoding.UTF8.GetBytes(text));

    private void BeginPart(string name)
    {
        var entry = zip.CreateEntry(name, options.Compression);
        entry.LastWriteTime = ZipTime;
        entry.ExternalAttributes = 0;
        part = entry.Open();
        partName = name;
        partHash = options.HashParts ? new ForwardStream(part) : null;
        buffer.Target = partHash ?? part;
    }

    private void EndPart()
    {
        buffer.Flush();
        if (partHash is not null)
        {
            content.Add(partName, partHash.EndHash());
            partHash.Dispose();
            partHash = null;
        }

        part!.Dispose();
        part = null;
    }

    private static byte[][] ColumnNames(int columns)
    {
        // One more than there are columns: a pane may begin right of the last.
        var names = new byte[columns + 1][];
        for (var i = 0; i < names.Length; i++)
        {
            var name = string.Empty;
            for (var n = i + 1; n > 0; n = (n - 1) / 26)
                name = (char)('A' + ((n - 1) % 26)) + name;
            names[i] = Encoding.ASCII.GetBytes(name);
        }

        return names;
    }

    /// <summary>1 to 31 characters without <c>[ ] : * ? / \</c>, no apostrophe at its ends.</summary>
    public static bool IsSheetName(string name) =>
        name.Length is > 0 and <= 31 && !name.AsSpan().ContainsAny(ForbiddenInNames) && name[0] != '\'' && name[^1] != '\'';

    private static void CheckSheets(IReadOnlyList<WorkbookSheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in sheets)
        {
            if (!IsSheetName(one.Name) || !names.Add(one.Name))
                throw new ArgumentException("\"" + one.Name + "\" cannot be the name of a sheet.", nameof(sheets));
            if (one.Columns.Count is 0 or > 16_384 || one.FrozenColumns < 0 || one.FrozenColumns > one.Columns.Count)
                throw new ArgumentException("The columns of \"" + one.Name + "\" do not fit a sheet.", nameof(sheets));
        }
    }
}
