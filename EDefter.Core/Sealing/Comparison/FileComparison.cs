using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>
/// Names what was done to one file, whatever kind it is: workbook, delimited or record text, XML. The kinds are told from the bytes themselves, so a
/// text that somebody saved as a workbook is still compared with the text that was sealed.
/// </summary>
internal sealed class FileComparison(VerifyLimits limits, DifferenceTally tally)
{
    // A sheet is read up to four times, twice where its XML is unusual.
    private const int Passes = 8;

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 3, 4];

    /// <summary>The program that a workbook says it was saved by.</summary>
    public string? SavedBy { get; private set; }

    /// <summary>A text file was looked at.</summary>
    public bool SawText { get; private set; }

    /// <summary>Compares; differences go to the tally.</summary>
    /// <param name="file">The sealed file's name.</param>
    /// <param name="columnNames">What the columns are called, where the file has no header row.</param>
    /// <param name="openSealed">The sealed file from its beginning, each time; seekable when it is a workbook.</param>
    /// <param name="openFound">The found file, likewise.</param>
    /// <returns>Rows of the sealed file that were known again: none means that the files have nothing to do with each other.</returns>
    /// <exception cref="TableLimitException">The found file goes over a limit.</exception>
    /// <exception cref="InvalidDataException">The found file is broken.</exception>
    public int Run(string file, IReadOnlyList<string>? columnNames, Func<Stream> openSealed, Func<Stream> openFound)
    {
        using var before = Open(openSealed);
        using var after = Open(openFound);
        SavedBy ??= after.Workbook is { } saved && before.Workbook?.SavedBy is null ? WorkbookContent.ProgramNamed(saved.SavedBy) : null;
        SawText |= after.Workbook is null;
        if (before.Workbook is { } sealedBook && after.Workbook is { } foundBook)
            return CompareSheets(file, sealedBook, foundBook);
        if (before.Workbook is null != after.Workbook is null)
            Tell(file, DifferenceKind.FormatChanged, before.Workbook is null ? "Metin dosyası çalışma kitabına çevrilmiş" : "Çalışma kitabı metin dosyasına çevrilmiş");
        else
            CompareShapes(file, before.Shape!, after.Shape!);
        var table = new TableComparison(file, sheet: null, columnNames, tally);
        table.Run(before.OpenTable, after.OpenTable);
        return table.Recognised;
    }

    private OpenedFile Open(Func<Stream> open)
    {
        var mark = new byte[ZipMark.Length];
        using (var stream = open())
        {
            if (stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && ZipMark.SequenceEqual(mark))
                return new OpenedFile(WorkbookFile.Open(Seekable(open()), new WorkbookLimits { PartBytesMax = limits.UnpackedBytesMax, BytesMax = Passes * limits.UnpackedBytesMax, TextBytesMax = limits.NestedBytesMax }));
        }

        using var text = open();
        return new OpenedFile(open, TextShape.Of(text), limits.UploadBytesMax);
    }

    // A text that became a workbook comes as a stream of text.
    private Stream Seekable(Stream stream)
    {
        if (stream.CanSeek)
            return stream;
        using (stream)
            return LimitedReader.Hold(stream, limits.NestedBytesMax);
    }

    private int CompareSheets(string file, WorkbookFile before, WorkbookFile after)
    {
        var recognised = 0;
        var left = after.Sheets.ToList();
        for (var i = 0; i < before.Sheets.Count; i++)
        {
            var name = before.Sheets[i];
            var at = IndexOf(after.Sheets, name);
            if (at < 0)
            {
                Tell(file, DifferenceKind.SheetMissing, $"{name} sayfası yok", name);
                continue;
            }

            left.Remove(name);
            var sheet = i;
            var table = new TableComparison(file, before.Sheets.Count > 1 ? name : null, columnNames: null, tally);
            table.Run(() => before.OpenSheet(sheet), () => after.OpenSheet(at));
            recognised += table.Recognised;
        }

        foreach (var name in left)
            Tell(file, DifferenceKind.SheetAdded, $"{name} sayfası mühürlenen dosyada yok", name);
        return recognised;
    }

    private static int IndexOf(IReadOnlyList<string> sheets, string name)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i] == name)
                return i;
        }

        return -1;
    }

    private void CompareShapes(string file, TextShape before, TextShape after)
    {
        if (!before.IsAscii && !after.IsAscii && before.Encoding.CodePage != after.Encoding.CodePage)
            Tell(file, DifferenceKind.EncodingChanged, $"Karakter kodlaması değişmiş: {Name(before)} olmalı, {Name(after)} bulundu", Name(before), Name(after));
        if (before.HasByteOrderMark != after.HasByteOrderMark)
            Tell(file, DifferenceKind.ByteOrderMarkChanged, before.HasByteOrderMark ? "Dosya başındaki kodlama işareti silinmiş" : "Dosya başına kodlama işareti eklenmiş");
        if (before.LineEnd.Length > 0 && after.LineEnd.Length > 0 && before.LineEnd != after.LineEnd)
            Tell(file, DifferenceKind.LineEndsChanged, $"Satır sonları değişmiş: {LineEndName(before)} olmalı, {LineEndName(after)} bulundu", LineEndName(before), LineEndName(after));
        if (before.IsXml || after.IsXml)
            return;
        if (before.Separator != after.Separator)
            Tell(file, DifferenceKind.SeparatorChanged, $"Sütun ayırıcısı değişmiş: {SeparatorName(before)} olmalı, {SeparatorName(after)} bulundu", SeparatorName(before), SeparatorName(after));
        if (before.IsQuoted != after.IsQuoted)
            Tell(file, DifferenceKind.QuotesChanged, after.IsQuoted ? "Değerler tırnak içine alınmış" : "Değerlerin tırnakları kaldırılmış");
    }

    private void Tell(string file, DifferenceKind kind, string what, string? expected = null, string? found = null) =>
        tally.Add(new ArchiveDifference { File = file, Kind = kind, Expected = expected, Found = found, Message = $"{file}: {what}." });

    private static string Name(TextShape shape) => shape.Encoding.CodePage switch
    {
        1254 => "Windows-1254",
        65001 => "UTF-8",
        _ => "UTF-16",
    };

    private static string LineEndName(TextShape shape) => shape.LineEnd switch
    {
        "\r\n" => "CR LF",
        "\r" => "CR",
        _ => "LF",
    };

    private static string SeparatorName(TextShape shape) => shape.Separator switch
    {
        ';' => "noktalı virgül",
        ',' => "virgül",
        '\t' => "sekme",
        _ => "dikey çizgi",
    };
}
