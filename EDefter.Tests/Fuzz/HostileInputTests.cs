using System.Buffers.Binary;
using System.Text;
using System.Xml;
using EDefter.Core.Formats;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Sealing;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using EDefter.Tests.Reading;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>What was found by fuzzing and by review, each with the smallest input that shows it: small files that would take much memory or time, and values at the edges.</summary>
public sealed class HostileInputTests
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const long AllocatedMost = 400L * 1024 * 1024;

    private static readonly string JournalName = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents.First().Key;

    [Theory]
    [InlineData("{\"schema\":1,\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"id\":\"\\ud83d\\u0041\"}")]
    public void Half_characters_in_a_profile_are_faults_of_it(string json)
    {
        Assert.NotEmpty(ReadingProfileReader.Read(Encoding.UTF8.GetBytes(json)).Faults);
        Assert.NotEmpty(ProfileReader.Read(Encoding.UTF8.GetBytes(json)).Faults);
        Assert.NotEmpty(ProfileReader.Read([.. "{\"id\":\""u8, 0xF7, .. "\"}"u8]).Faults);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", true)]
    [InlineData("{\"a\":\"\\u0000\\\\ud800\"}", true)]
    [InlineData("{\"a\":\"\\\\\\ud800\"}", false)]
    [InlineData("{\"a\":\"\\ud83d x\"}", false)]
    [InlineData("{\"a\":\"\\ud83d", false)]
    [InlineData("\\", true)]
    public void Half_characters_are_known_by_their_escapes(string json, bool isValid) => Assert.Equal(isValid, JsonUnicode.IsValid(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_text_that_became_a_workbook_inside_the_zip_is_told_as_one()
    {
        var twin = SealedTwin.Of(Months.Number([Months.Simple(1), Months.Simple(2)], 1, 1), Archives.Izibiz);
        var workbook = Archives.Open(Archives.Write(Months.Golden(), Archives.EDefter).Zip)[0].Content;
        Assert.Contains(twin.Verify(workbook, twin.Name, inZip: true).Differences, difference => difference.Kind == DifferenceKind.FormatChanged);
        Assert.Contains(twin.Verify([.. "PK\u0003\u0004"u8, .. "yarım"u8], twin.Name, inZip: true).Differences, difference => difference.Kind == DifferenceKind.Unreadable);
        Assert.Contains(twin.Verify([.. "PK\u0003\u0004"u8, .. "yarım"u8], twin.Name).Differences, difference => difference.Kind == DifferenceKind.Unreadable);
    }

    [Fact]
    public void A_zip_may_not_hide_how_long_its_table_of_contents_is()
    {
        var zip = Archives.Pack(Enumerable.Range(0, 20_000).Select(n => ($"dosya-{n}-{new string('x', 60)}", Array.Empty<byte>())));
        Assert.Throws<BodyTooLargeException>(() => Check(zip, name: null));
        // Its end says that the table is told in 64 bits, or that it begins behind the end.
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        foreach (var (at, value) in ((int, uint)[])[(16, (uint)end), (16, (uint)zip.Length), (10, 0xFFFF)])
        {
            var lying = zip.ToArray();
            if (at == 16)
                BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(end + at), value + 1);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(lying.AsSpan(end + at), (ushort)value);
            Assert.Throws<BodyTooLargeException>(() => Check(lying, name: null));
        }
    }

    [Theory]
    [InlineData("<a>", 500_000)]
    [InlineData("<a{0}/>", 400_000)]
    [InlineData("<a/>", 1_200_000)]
    [InlineData("<![CDATA[<]]>", 300_000)]
    [InlineData("<![CDATA[{1}", 34_000_000)]
    [InlineData("x", 34_000_000)]
    public void A_document_that_would_fill_the_memory_is_refused(string piece, int times)
    {
        var document = Repeated("<edefter:defter xmlns:edefter=\"http://www.edefter.gov.tr\">", piece, times);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var refused = Record.Exception(() => Assert.Contains("XML", Check(document, JournalName).Documents[0].Counts.Keys));
        Assert.True(refused is null or BodyTooLargeException, refused?.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, AllocatedMost);
    }

    [Theory]
    [InlineData("<entryDetail/>", 300_000)]
    [InlineData("<![CDATA[y]]>", 1_200_000)]
    [InlineData("<x{0}/>", 200_000)]
    [InlineData("<x>", 400_000)]
    public void A_filed_journal_that_would_fill_the_memory_is_refused(string piece, int times)
    {
        var document = Repeated("<entryHeader xmlns=\"http://www.xbrl.org/int/gl/cor/2006-10-25\"><comment>", piece, times);
        var entry = Repeated("<entryHeader xmlns=\"http://www.xbrl.org/int/gl/cor/2006-10-25\">", piece, times);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in (byte[][])[document, entry])
            Assert.ThrowsAny<XmlException>(() => FiledJournalReader.Read(new MemoryStream(one)).Count());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, AllocatedMost);
    }

    [Theory]
    [InlineData("<a>", 500_000)]
    [InlineData("<a{0}/>", 200_000)]
    [InlineData("<![CDATA[{1}", 3_000_000)]
    [InlineData("<sheet name=\"S\" r:id=\"s\"/>", 20_000)]
    public void A_workbook_that_would_fill_the_memory_is_refused(string piece, int times)
    {
        var parts = new List<(string, byte[])>
        {
            ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Repeated($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>", piece, times)),
            ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships><Relationship Id=\"s\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/></Relationships>")),
            ("xl/sheet.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"/>")),
        };
        var packed = Archives.Pack(parts);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var refused = Record.Exception(() => VoucherTableReader.Read(new MemoryStream(packed), isWorkbook: true, VoucherTable.Profile).Count());
        Assert.True(refused is TableLimitException or InvalidDataException, refused?.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, AllocatedMost);
    }

    [Theory]
    [InlineData("company.ndjson", Invariants.Office.Firm, "baska")]
    [InlineData("manifest.json", "\"name\":\"company.ndjson\"", "\"name\":null")]
    [InlineData("books/0000/2025-01-01/vouchers.ndjson", "\"chunk\"", "\"parca\"")]
    [InlineData("books/0000/2025-01-01/rows.ndjson", "\"row\":\"", "\"row\":1,\"x\":\"")]
    public void A_forged_backup_is_refused_also_where_its_hashes_hold(string part, string what, string by)
    {
        var restore = ArchiveReaders.Restore();
        Assert.True(restore.Read(restore.Seeds[0], 0));
        var parts = Archives.Open(restore.Seeds[0]);
        var at = parts.FindIndex(one => one.Name == part);
        var text = Encoding.UTF8.GetString(parts[at].Content);
        Assert.Contains(what, text, StringComparison.Ordinal);
        // Its rows are named as they were: only what they say of themselves is another's.
        var key = part == "company.ndjson" ? "company|" : "\0";
        parts[at] = (part, Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal).Replace(key + by, key + what, StringComparison.Ordinal)));
        Assert.False(restore.Read(Archives.Pack(restore.Reseal!(parts)), 0));
    }

    [Fact]
    public void A_cell_of_thousands_of_pieces_is_one_text()
    {
        using var rows = new XmlTableReader(new MemoryStream(Encoding.UTF8.GetBytes($"<r><t>{string.Concat(Enumerable.Repeat("<![CDATA[ab]]>", 20_000))}</t></r>")), 10_000_000);
        Assert.True(rows.Read());
        Assert.Equal(40_000, rows.Cells[0].Text.Length);
    }

    [Fact]
    public void Amounts_whose_sum_is_no_number_any_more_break_the_document()
    {
        var content = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents[JournalName];
        var text = Encoding.UTF8.GetString(content).Replace("101.25", "79228162514264337593543950335", StringComparison.Ordinal);
        Assert.NotEqual(content.Length, text.Length);
        Assert.Contains("XML", Check(Encoding.UTF8.GetBytes(text), JournalName).Documents[0].Counts.Keys);
    }

    [Fact]
    public void The_last_day_of_all_has_no_day_after_it()
    {
        var parts = new List<(string, byte[])>();
        var (name, content) = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents.First();
        foreach (var part in (string[])["000001", "000002"])
            parts.Add((name.Replace("000000", part, StringComparison.Ordinal), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("2025-01-31", "9999-12-31", StringComparison.Ordinal))));
        Assert.Equal(2, Check(Archives.Pack(parts), name: null).Documents.Count);
    }

    private static GibCheckReport Check(byte[] upload, string? name) => GibUploadCheck.Run(new MemoryStream(upload), name, new GibUploadLimits(), SchemaJudge.None);

    // {0} counts; {1} is a "<" that the reader must not take for markup.
    private static byte[] Repeated(string head, string piece, int times)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.GetBytes(head));
        if (piece.EndsWith("{1}", StringComparison.Ordinal))
        {
            bytes.Write(Encoding.UTF8.GetBytes(piece[..^3]));
            bytes.Write(Enumerable.Repeat((byte)'<', times).ToArray());
        }
        else
        {
            for (var n = 0; n < times; n++)
                bytes.Write(Encoding.UTF8.GetBytes(piece.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }

        return bytes.ToArray();
    }
}
