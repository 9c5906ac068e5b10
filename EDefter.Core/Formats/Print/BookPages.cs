using System.Globalization;
using System.Security.Cryptography;
using EDefter.Core.Formats.Pdf;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>
/// Sets the rows of a book on pages and the pages in volumes. A row that does not fit goes to the next page whole; one of many lines is
/// divided. Nothing is cut, and no row is left blank between two others: what carries a page's totals stands right under its last row.
/// </summary>
internal sealed class BookPages : IDisposable
{
    /// <summary>Pages of a volume with its cover.</summary>
    public const int VolumePagesMax = 500;

    // A row of no more lines than this is never divided.
    private const int WholeLinesMax = 6;
    private const double Leading = 9;
    private const double Padding = 2.6;
    private const double Left = 38;
    private const double Top = PdfFile.PageHeight - 32;
    private const double Bottom = 30;
    private const double HairLine = 0.25;
    private const double ThinLine = 0.5;
    private const double Gray = 0.55;
    private const double Shade = 0.93;

    private readonly PrintHeading heading;
    private readonly IBookTable table;
    private readonly PageHead head;
    private readonly double[] edges;
    private readonly double[] verticals;
    private readonly double footHeight;
    private readonly LackingCharacters lacking = new();
    private readonly Queue<PrintedVolume> finished = new();
    private MemoryStream? volume;
    private PdfFile? file;
    private PdfPage? cover;
    private PdfPage? page;
    private long nextPage;
    private long volumeFirst;
    private int volumes;
    private double y;
    private double pageTop;

    public BookPages(PrintHeading heading, IBookTable table, int totals)
    {
        this.heading = heading;
        this.table = table;
        Totals = new decimal[totals];
        head = new PageHead(heading);
        nextPage = heading.FirstPage;
        footHeight = HeightOf(1);
        edges = new double[table.Columns.Count + 1];
        verticals = new double[edges.Length];
        edges[0] = Left;
        for (var i = 0; i < table.Columns.Count; i++)
            edges[i + 1] = edges[i] + table.Columns[i].Width;
    }

    /// <summary>What is carried so far, lira; each row drawn adds what it counts.</summary>
    public decimal[] Totals { get; }

    /// <summary>Characters that the font lacks and that stand in rows by their codes, in the order of their codes.</summary>
    public IReadOnlyList<ShownByCode> ShownByCode => lacking.ToList();

    /// <summary>Height of a row of so many lines.</summary>
    public static double HeightOf(int lines) => (lines * Leading) + Padding;

    /// <summary>Width of the table on every page.</summary>
    public static double TableWidth => PdfFile.PageWidth - (2 * Left);

    /// <summary>Adds a row.</summary>
    /// <param name="row">Filled; may be filled anew afterwards.</param>
    /// <param name="linesAfter">Lines of what must stand on the same page after it.</param>
    public void Put(TableRow row, int linesAfter = 0)
    {
        MakeRoom(row, linesAfter);
        var lines = row.Lines;
        if (lines <= WholeLinesMax)
        {
            Draw(row, 0, lines);
            return;
        }

        for (var from = 0; from < lines;)
        {
            var fitting = (int)((Room - Padding) / Leading);
            if (fitting < 2)
            {
                Break();
                continue;
            }

            var count = Math.Min(fitting, lines - from);
            Draw(row, from, count);
            from += count;
        }
    }

    /// <summary>Begins the first page, if nothing has been put yet.</summary>
    public void Begin()
    {
        if (page is null)
            BeginPage();
    }

    /// <summary>Begins a new page unless the row, or the beginning of one that may be divided, fits the present one.</summary>
    /// <param name="row">Filled.</param>
    /// <param name="linesAfter">Lines of what must stand on the same page after it.</param>
    public void MakeRoom(TableRow row, int linesAfter = 0)
    {
        Begin();
        var lines = row.Lines;
        var needed = lines <= WholeLinesMax ? HeightOf(lines) + After(linesAfter) : HeightOf(2);
        if (needed > Room)
            Break();
    }

    /// <summary>Makes room for rows that must stand together.</summary>
    public void Keep(int lines, int rows)
    {
        if (page is not null && (lines * Leading) + (rows * Padding) > Room)
            Break();
    }

    /// <summary>Ends the book: what is left of the last page is struck out, so that nothing can be added.</summary>
    public void Complete()
    {
        Begin();
        // The last page carries no foot, so its place is struck out too.
        if (y - Bottom > 2 * Leading)
            page!.Line(Left, y - 6, Left + TableWidth, Bottom, ThinLine, Gray);
        EndPage();
        EndVolume();
    }

    /// <summary>Takes the next finished volume away.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PrintedVolume? taken) => finished.TryDequeue(out taken);

    public void Dispose()
    {
        file?.Dispose();
        volume?.Dispose();
    }

    private double Room => y - Bottom - footHeight;

    private static double After(int lines) => lines == 0 ? 0 : HeightOf(lines);

    private void Break()
    {
        if (table.Foot is { } foot)
            Draw(foot, 0, foot.Lines);
        EndPage();
        BeginPage();
    }

    private void BeginPage()
    {
        if (file is null)
            BeginVolume();
        page = file!.BeginPage();
        pageTop = head.Draw(file, page, Left, TableWidth, Top, nextPage);
        nextPage++;
        y = pageTop;
        Array.Fill(verticals, double.NaN);
        foreach (var row in table.Headings)
            Draw(row, 0, row.Lines);
        page.Line(Left, y, Left + TableWidth, y, ThinLine);
        foreach (var row in table.Heads)
            Draw(row, 0, row.Lines);
    }

    private void EndPage()
    {
        for (var edge = 0; edge < edges.Length; edge++)
            CloseVertical(edge);
        page!.Line(Left, pageTop, Left + TableWidth, pageTop, ThinLine);
        page.Line(Left, y, Left + TableWidth, y, ThinLine);
        file!.Write(page);
        page = null;
        if (file.Pages == VolumePagesMax)
            EndVolume();
    }

    private void BeginVolume()
    {
        volumes++;
        volumeFirst = nextPage;
        volume = new MemoryStream();
        var title = string.Create(CultureInfo.InvariantCulture, $"{PrintedBooks.Name(heading.Book)} – {TurkishText.Month(heading.Period)} – {volumes}. cilt");
        file = new PdfFile(volume, new PdfHeading(title, heading.Owner, heading.To, IdentityOf(volumes), "Kapak", volumeFirst));
        cover = file.BeginPage();
    }

    private void EndVolume()
    {
        if (file is null)
            return;
        BookCover.Draw(file, cover!, heading, volumes, volumeFirst, nextPage - 1);
        file.Write(cover!);
        file.Complete();
        var bytes = volume!.ToArray();
        finished.Enqueue(new PrintedVolume
        {
            Number = volumes,
            Pages = file.Pages,
            FirstPage = volumeFirst,
            LastPage = nextPage - 1,
            File = bytes,
            Sha256 = file.Sha256,
            Content = file.Content,
        });
        file.Dispose();
        volume.Dispose();
        (file, volume, cover) = (null, null, null);
    }

    private string IdentityOf(int number) =>
        Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{heading.Identity}\n{number}"))))[..32];

    private void Draw(TableRow row, int from, int count)
    {
        if (from == 0)
            Count(row);
        var height = HeightOf(count);
        if (row.Shaded)
            page!.Area(Left, y - height, TableWidth, height, Shade);
        if (row.RuleAbove && from == 0)
            page!.Line(Left, y, Left + TableWidth, y, HairLine, Gray);
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (row.Cells[column].Span == 0)
                continue;
            DrawCell(row, column, from, count);
            if (from == 0)
                lacking.Add(row.Cells[column].Lacking);
        }

        MarkVerticals(row);
        y -= height;
    }

    private void Count(TableRow row)
    {
        for (var i = 0; i < Totals.Length; i++)
            Totals[i] += row.Counts[i];
    }

    private void DrawCell(TableRow row, int column, int from, int count)
    {
        var cell = row.Cells[column];
        var font = cell.IsHeavy ? file!.SemiBold : file!.Regular;
        var last = Math.Min(from + count, cell.Lines.Count);
        for (var line = from; line < last; line++)
        {
            var (start, length) = cell.Lines[line];
            var text = cell.Text.AsSpan(start, length);
            var x = cell.IsRight
                ? edges[column + cell.Span] - TableRow.Margin - (font.Font.WidthOf(text) * cell.Size / 1000)
                : edges[column] + TableRow.Margin + cell.Indent;
            page!.Text(font, cell.IsHeavy ? "F1"u8 : "F0"u8, cell.Size, x, y - ((line - from + 1) * Leading) + 0.9, text);
        }
    }

    // A rule between columns runs as long as no cell stands across it.
    private void MarkVerticals(TableRow row)
    {
        for (var edge = 0; edge < edges.Length; edge++)
        {
            var isCrossed = edge > 0 && edge < row.Cells.Length && row.Cells[edge].Span == 0;
            if (isCrossed)
                CloseVertical(edge);
            else if (double.IsNaN(verticals[edge]))
                verticals[edge] = y;
        }
    }

    private void CloseVertical(int edge)
    {
        if (double.IsNaN(verticals[edge]))
            return;
        if (verticals[edge] > y)
            page!.Line(edges[edge], verticals[edge], edges[edge], y, HairLine, Gray);
        verticals[edge] = double.NaN;
    }
}
