using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Formats.Pdf;

/// <summary>
/// A PDF 1.7 file (ISO 32000-1), written forward only: pages as they come, fonts when all their characters are known, the table of
/// contents at the end. Pages may be written in any order; they are shown in the order they were begun.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    /// <summary>A4 lying, in points.</summary>
    public const double PageWidth = 841.89;

    public const double PageHeight = 595.28;

    private const int Catalog = 1;
    private const int PageTree = 2;
    private const int Information = 3;
    private const int FirstFont = 4;

    private readonly ForwardStream file;
    private readonly PdfHeading heading;
    private readonly PdfFont[] fonts = [new(TrueTypeFont.Regular), new(TrueTypeFont.SemiBold)];
    private readonly IncrementalHash content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<long> offsets = [];
    private readonly List<int> pages = [];
    private int written;

    /// <param name="output">Any writable stream; left open.</param>
    /// <param name="heading">What the file says of itself.</param>
    public PdfFile(Stream output, PdfHeading heading)
    {
        file = new ForwardStream(output);
        this.heading = heading;
        for (var number = 0; number < FirstFont + fonts.Length; number++)
            offsets.Add(0);
        Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    public PdfFont Regular => fonts[0];

    public PdfFont SemiBold => fonts[1];

    /// <summary>Pages begun.</summary>
    public int Pages => pages.Count;

    /// <summary>SHA-256 over what the pages and fonts are before they are compressed, 64 hex digits; known after <see cref="Complete"/>.</summary>
    public string Content { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the file's bytes; known after <see cref="Complete"/>.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    public PdfPage BeginPage()
    {
        var page = new PdfPage(NewObject());
        pages.Add(page.ObjectNumber);
        return page;
    }

    /// <summary>Writes a page that is drawn; once for every page begun.</summary>
    public void Write(PdfPage page)
    {
        var stream = WriteStream(page.Content, string.Empty);
        BeginObject(page.ObjectNumber);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {PageTree} 0 R /Contents {stream} 0 R >>"));
        EndObject();
        written++;
    }

    /// <summary>Writes fonts, table of contents and the file's end.</summary>
    /// <exception cref="InvalidOperationException">A page was begun and never written.</exception>
    public void Complete()
    {
        if (written != pages.Count)
            throw new InvalidOperationException("A page was begun and never written.");
        for (var i = 0; i < fonts.Length; i++)
            WriteFont(fonts[i], FirstFont + i);
        WritePageTree();
        WriteInformation();
        WriteCatalog();
        WriteEnd();
        Content = Convert.ToHexStringLower(content.GetHashAndReset());
        Sha256 = file.EndHash();
    }

    public void Dispose()
    {
        content.Dispose();
        file.Dispose();
    }

    private void WritePageTree()
    {
        BeginObject(PageTree);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {pages.Count} /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources << /Font <<"));
        for (var i = 0; i < fonts.Length; i++)
        {
            if (fonts[i].IsUsed)
                Raw(string.Create(CultureInfo.InvariantCulture, $" /F{i} {FirstFont + i} 0 R"));
        }

        Raw(" >> >> /Kids [");
        foreach (var page in pages)
            Raw(string.Create(CultureInfo.InvariantCulture, $"{page} 0 R\n"));
        Raw("] >>");
        EndObject();
    }

    private void WriteInformation()
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"(D:{heading.Day:yyyyMMdd}000000+03'00')");
        BeginObject(Information);
        Raw($"<< /Title {Text(heading.Title)} /Author {Text(heading.Author)} /Creator {Text(FormatVersion.Software)} /Producer {Text(FormatVersion.Software)} /CreationDate {day} /ModDate {day} >>");
        EndObject();
    }

    private void WriteCatalog()
    {
        BeginObject(Catalog);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Catalog /Pages {PageTree} 0 R /Lang (tr-TR) /ViewerPreferences << /DisplayDocTitle true >> /PageLabels << /Nums [0 << /P {Text(heading.CoverLabel)} >> 1 << /S /D /St {heading.FirstNumber} >>] >> >>"));
        EndObject();
    }

    private void WriteEnd()
    {
        var start = file.Bytes;
        Raw(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count}\n0000000000 65535 f \n"));
        for (var number = 1; number < offsets.Count; number++)
            Raw(offsets[number] == 0 ? "0000000000 00000 f \n" : string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:D10} 00000 n \n"));
        Raw(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count} /Root {Catalog} 0 R /Info {Information} 0 R /ID [<{heading.Identity}> <{heading.Identity}>] >>\nstartxref\n{start}\n%%EOF\n"));
    }

    // Type 0 with two-byte codes (ISO 32000-1 §9.7): the only kind that holds more than 255 characters.
    private void WriteFont(PdfFont used, int number)
    {
        if (!used.IsUsed)
            return;
        var font = used.Font;
        var name = used.Tag() + "+" + font.Name;
        var (program, map) = used.Subset();
        var fontFile = WriteStream(program, string.Create(CultureInfo.InvariantCulture, $" /Length1 {program.Length}"));
        var glyphs = WriteStream(map, string.Empty);
        var unicode = WriteStream(Encoding.ASCII.GetBytes(used.ToUnicode()), string.Empty);
        var descriptor = NewObject();
        BeginObject(descriptor);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{font.Box[0]} {font.Box[1]} {font.Box[2]} {font.Box[3]}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 80 /FontFile2 {fontFile} 0 R >>"));
        EndObject();
        var descendant = NewObject();
        BeginObject(descendant);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap {glyphs} 0 R /W {used.Widths()} >>"));
        EndObject();
        BeginObject(number);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"));
        EndObject();
    }

    private int WriteStream(ReadOnlySpan<byte> bytes, string entries)
    {
        content.AppendData(bytes);
        using var packed = new MemoryStream(bytes.Length / 4);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        var number = NewObject();
        BeginObject(number);
        Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Filter /FlateDecode /Length {packed.Length}{entries} >>\nstream\n"));
        Raw(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Raw("\nendstream");
        EndObject();
        return number;
    }

    private int NewObject()
    {
        offsets.Add(0);
        return offsets.Count - 1;
    }

    private void BeginObject(int number)
    {
        offsets[number] = file.Bytes;
        Raw(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private void EndObject() => Raw("\nendobj\n");

    // Text of the document's own words: UTF-16 with its mark, in hex, so that nothing needs escaping.
    private static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    private void Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    private void Raw(ReadOnlySpan<byte> bytes) => file.Write(bytes);
}
