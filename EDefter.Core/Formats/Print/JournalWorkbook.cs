using System.Globalization;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A month's yevmiye defteri as a workbook for eyes: a row per line. It is not what an integrator is given.</summary>
public sealed class JournalWorkbook : IJournalBook, IWorkbookBook
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("Madde No", 10), new("Tarih", 12), new("Fiş No", 14), new("Tür", 14), new("Kayıt Açıklaması", 40), new("Satır No", 10), new("Ana Hesap", 10), new("Ana Hesap Adı", 28), new("Alt Hesap", 16), new("Alt Hesap Adı", 34),
        new("Açıklama", 44), new("Belge", 20), new("Belge No", 22), new("Belge Tarihi", 12), new("Borç", 18), new("Alacak", 18),
    ];

    private readonly PrintHeading heading;
    private readonly BookWorkbook workbook;
    private long nextEntry;
    private decimal debit;
    private decimal credit;

    /// <param name="heading">Which month.</param>
    /// <param name="output">Any writable stream; left open.</param>
    /// <param name="sheetRowsMax">Rows of a full sheet with its header; the lines that do not fit go on to the next sheet.</param>
    public JournalWorkbook(PrintHeading heading, Stream output, int sheetRowsMax = WorkbookWriter.RowsMax)
    {
        this.heading = heading;
        nextEntry = heading.Numbers.First;
        workbook = new BookWorkbook(output, heading, "Yevmiye", Columns, heading.Numbers.Lines, sheetRowsMax);
    }

    public string Content => workbook.ContentSha256;

    public void Write(JournalEntry entry)
    {
        if (entry.Number != nextEntry)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Number} came where entry {nextEntry} was due."));
        nextEntry++;
        foreach (var line in entry.Lines)
            Write(entry, line);
    }

    public void Complete()
    {
        if (nextEntry != heading.Numbers.Last + 1 || debit != heading.Numbers.Debit || credit != heading.Numbers.Credit)
            throw new InvalidOperationException("The workbook is not the numbered month.");
        workbook.Complete();
    }

    public void Dispose() => workbook.Dispose();

    private void Write(JournalEntry entry, JournalLine line)
    {
        workbook.Row();
        workbook.Cells.Number(entry.Number);
        workbook.Date(entry.Date);
        workbook.Text(entry.VoucherNumber);
        workbook.Text(PrintWords.Kind(entry.Kind));
        workbook.Text(entry.Comment);
        workbook.Cells.Number(line.Number);
        workbook.Text(line.MainAccount);
        workbook.Text(line.MainAccountName);
        workbook.Text(line.SubAccount);
        workbook.Text(line.SubAccountName);
        workbook.Text(line.Description);
        workbook.Text(PrintWords.DocumentName(line));
        workbook.Text(line.DocumentNumber);
        workbook.Date(line.DocumentDate);
        workbook.Sides(line.Debit, line.Credit);
        debit += line.Debit;
        credit += line.Credit;
    }
}
