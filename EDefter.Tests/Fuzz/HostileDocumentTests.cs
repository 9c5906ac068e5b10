using System.Buffers.Binary;
using System.Text;
using System.Xml;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Documents of the authority that would take much memory or time, that lie, or whose values stand at the edges.</summary>
public sealed class HostileDocumentTests
{
    private static readonly string JournalName = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents.First().Key;

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
        var document = HostileInput.Repeated("<edefter:defter xmlns:edefter=\"http://www.edefter.gov.tr\">", piece, times);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var refused = Record.Exception(() => Assert.Contains("XML", Check(document, JournalName).Documents[0].Counts.Keys));
        Assert.True(refused is null or BodyTooLargeException, refused?.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, HostileInput.AllocatedMost);
    }

    [Theory]
    [InlineData("<entryDetail/>", 300_000)]
    [InlineData("<![CDATA[y]]>", 1_200_000)]
    [InlineData("<x{0}/>", 200_000)]
    [InlineData("<x>", 400_000)]
    public void A_filed_journal_that_would_fill_the_memory_is_refused(string piece, int times)
    {
        var document = HostileInput.Repeated("<entryHeader xmlns=\"http://www.xbrl.org/int/gl/cor/2006-10-25\"><comment>", piece, times);
        var entry = HostileInput.Repeated("<entryHeader xmlns=\"http://www.xbrl.org/int/gl/cor/2006-10-25\">", piece, times);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in (byte[][])[document, entry])
            Assert.ThrowsAny<XmlException>(() => FiledJournalReader.Read(new MemoryStream(one)).Count());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, HostileInput.AllocatedMost);
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

    [Fact]
    public void The_platform_stumbles_over_a_declaration() =>
        Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(() => XmlReader.Create(new MemoryStream(HostileInput.BrokenDeclaration)).Read()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_reader_of_the_platform_stumbles_over_is_a_broken_document_however_it_comes_in(bool isDeclaration)
    {
        // "<?xm" in EBCDIC is refused before a reader is there.
        var broken = isDeclaration ? HostileInput.BrokenDeclaration : [0x4C, 0x6F, 0xA7, 0x94];
        Assert.Contains("XML", Check(broken, JournalName).Documents[0].Counts.Keys);
        Assert.ThrowsAny<XmlException>(() => FiledJournalReader.Read(new MemoryStream(broken)).Count());
        Assert.Throws<InvalidDataException>(() => new XmlTableReader(new MemoryStream(broken), 10_000_000).Read());
    }

    [Fact]
    public void What_a_stream_throws_comes_through_the_reader_as_it_is()
    {
        Assert.Throws<NotSupportedException>(() => FiledJournalReader.Read(new ThrowingStream()).Count());
        Assert.Throws<NotSupportedException>(() => new GibDocumentCheck(JournalName, Core.Formats.Gib.GibDocument.Journal, static _ => { }).Run(new ThrowingStream()));
        Assert.Throws<NotSupportedException>(() => new XmlTableReader(new ThrowingStream(), 10_000_000));
    }

    private static GibCheckReport Check(byte[] upload, string? name) => GibUploadCheck.Run(new MemoryStream(upload), name, new GibUploadLimits(), SchemaJudge.None);

    private sealed class ThrowingStream : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
