using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelNumberFormat;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// An .xlsx opened for reading its cells as they were saved: no formula is run, no link followed, no picture looked at, and no sheet is held in
/// memory. ClosedXML holds a whole workbook (3.5 GB for 200 000 rows were measured), so people's files are read as a stream of XML instead.
/// </summary>
public sealed class WorkbookFile : IDisposable
{
    private const string PropertiesName = "docProps/app.xml";
    private const string WorkbookType = "/officeDocument";
    private const string StylesType = "/styles";
    private const string TextsType = "/sharedStrings";

    // Table programs write no longer ones.
    private const int FormatCharactersMax = 1_024;

    private readonly ZipArchive zip;
    private readonly WorkbookLimits limits;
    private readonly List<string> sheetParts = [];
    private readonly List<string> sheets = [];
    private readonly List<bool> dateStyles = [];
    private long unpacked;

    private WorkbookFile(ZipArchive zip, WorkbookLimits limits)
    {
        this.zip = zip;
        this.limits = limits;
        Texts = new SharedTexts(limits);
    }

    /// <summary>Names of the sheets with cells, in their order.</summary>
    public IReadOnlyList<string> Sheets => sheets;

    /// <summary>The program that saved it, as it calls itself; null when it does not say.</summary>
    public string? SavedBy { get; private set; }

    /// <summary>Days are counted from 1904, as old programs for the Macintosh did.</summary>
    public bool CountsFrom1904 { get; private set; }

    internal SharedTexts Texts { get; }

    /// <summary>Opens a workbook.</summary>
    /// <param name="stream">Seekable; left open.</param>
    /// <param name="limits">Null takes the defaults.</param>
    /// <exception cref="InvalidDataException">It is no workbook, or a broken one.</exception>
    /// <exception cref="TableLimitException">It is larger than may be looked at.</exception>
    public static WorkbookFile Open(Stream stream, WorkbookLimits? limits = null)
    {
        limits ??= new WorkbookLimits();
        if (ZipDirectory.SizeOf(stream) is not { } directory)
            throw new InvalidDataException("The file is no ZIP.");
        if (directory > limits.DirectoryBytesMax)
            throw new TableLimitException("Çalışma kitabının içindekiler listesi okunabilecek sınırdan büyük.");
        stream.Position = 0;
        var file = new WorkbookFile(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), limits);
        try
        {
            file.ReadParts();
            return file;
        }
        catch (XmlException exception)
        {
            file.Dispose();
            throw Broken(exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the sheet with that number in <see cref="Sheets"/> from its beginning.</summary>
    public TableReader OpenSheet(int number) => new PlainSheetReader(this, Entry(sheetParts[number]) ?? throw new InvalidDataException("A sheet is missing."));

    public void Dispose() => zip.Dispose();

    internal bool IsDateStyle(int style) => (uint)style < (uint)dateStyles.Count && dateStyles[style];

    internal static InvalidDataException Broken(XmlException exception) => new("The XML of the workbook is broken.", exception);

    private void ReadParts()
    {
        var root = ReadRelations("_rels/.rels", string.Empty);
        var workbook = root.Values.FirstOrDefault(one => one.Type.EndsWith(WorkbookType, StringComparison.Ordinal)).Part ?? throw new InvalidDataException("The file is no workbook.");
        var folder = workbook.Contains('/', StringComparison.Ordinal) ? workbook[..(workbook.LastIndexOf('/') + 1)] : string.Empty;
        var relations = ReadRelations($"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        ReadWorkbook(Entry(workbook) ?? throw new InvalidDataException("The file is no workbook."), relations);
        foreach (var (type, part) in relations.Values)
        {
            if (type.EndsWith(StylesType, StringComparison.Ordinal) && Entry(part) is { } styles)
                ReadStyles(styles);
            else if (type.EndsWith(TextsType, StringComparison.Ordinal) && Entry(part) is { } texts)
                ReadTexts(texts);
        }

        if (Entry(PropertiesName) is { } properties)
            ReadProperties(properties);
    }

    private Dictionary<string, (string Type, string Part)> ReadRelations(string name, string folder)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (Entry(name) is not { } entry)
            return relations;
        using var xml = OpenXml(entry);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
                continue;
            var target = xml.GetAttribute("Target") ?? string.Empty;
            if (relations.Count == limits.RelationsMax)
                throw new TableLimitException("Çalışma kitabında okunabilecek olandan fazla parça var.");
            relations[xml.GetAttribute("Id") ?? string.Empty] = (xml.GetAttribute("Type") ?? string.Empty, target.StartsWith('/') ? target[1..] : folder + target);
        }

        return relations;
    }

    private void ReadWorkbook(ZipArchiveEntry entry, Dictionary<string, (string Type, string Part)> relations)
    {
        using var xml = OpenXml(entry);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || RelationOf(xml) is not { } id || !relations.TryGetValue(id, out var relation) || !relation.Type.EndsWith("/worksheet", StringComparison.Ordinal))
                continue;
            if (sheets.Count == limits.SheetsMax)
                throw new TableLimitException("Çalışma kitabında okunabilecek olandan fazla sayfa var.");
            sheets.Add(xml.GetAttribute("name") ?? string.Empty);
            sheetParts.Add(relation.Part);
        }
    }

    // r:id, whatever the prefix and whichever of the two standards' namespaces.
    private static string? RelationOf(XmlReader xml)
    {
        string? found = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                found = xml.Text();
        }

        xml.MoveToElement();
        return found;
    }

    private void ReadStyles(ZipArchiveEntry entry)
    {
        using var xml = OpenXml(entry);
        var own = new Dictionary<int, bool>();
        var inCells = false;
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && IntegerOf(xml.GetAttribute("numFmtId")) is { } id)
                own[id] = xml.GetAttribute("formatCode") is { Length: <= FormatCharactersMax } code && new NumberFormat(code) is { IsValid: true, IsDateTimeFormat: true };
            else if (inCells && xml.LocalName == "xf" && dateStyles.Count < 100_000)
                dateStyles.Add(IntegerOf(xml.GetAttribute("numFmtId")) is { } format && (own.TryGetValue(format, out var isDate) ? isDate : IsDateFormat(format)));
        }
    }

    // The built-in formats that show a day; those that show a time alone (18 to 21, 45 to 47) show none.
    private static bool IsDateFormat(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private void ReadTexts(ZipArchiveEntry entry)
    {
        using var xml = OpenXml(entry);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                Texts.Add(CellXml.ReadRichText(xml));
        }
    }

    private void ReadProperties(ZipArchiveEntry entry)
    {
        using var xml = OpenXml(entry);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Application" && !xml.IsEmptyElement && xml.Next() && xml.NodeType == XmlNodeType.Text)
                SavedBy = xml.Text() is { Length: > 100 } longer ? longer[..100] : xml.Text();
        }
    }

    private ZipArchiveEntry? Entry(string name) => zip.GetEntry(name);

    private XmlReader OpenXml(ZipArchiveEntry entry) => OutsideXml.Open(OpenPart(entry));

    // Sheets may share a part, and parts of a forged ZIP their bytes: only all of them together are bounded by anything.
    internal WatchedStream OpenPart(ZipArchiveEntry entry) => new MarkupStream(entry.Open(), limits.BytesMaxOf(entry.CompressedLength), Count);

    private void Count(int read)
    {
        unpacked += read;
        if (unpacked > limits.BytesMax)
            throw new TableLimitException("Çalışma kitabı açıldığında okunabilecek sınırı aşıyor.");
    }

    private static int? IntegerOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
