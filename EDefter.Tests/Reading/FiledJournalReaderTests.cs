using System.Text;
using System.Xml;
using CsCheck;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Reading;
using EDefter.Core.Sealing.Difference;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Reading;

/// <summary>What the authority's yevmiye defteri says is read back: written and read, it is the journal's content.</summary>
public sealed class FiledJournalReaderTests
{
    private const string Journal = "0010213576-202501-Y-000000.xml";

    [Fact]
    public void What_is_written_reads_back_as_the_journals_content() => JournalGen.MonthInOrder.Sample(AssertSame, iter: 150);

    [Fact]
    public void The_golden_month_reads_back_in_parts_too()
    {
        AssertSame(Months.Golden());
        var (documents, files) = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { LastDaysOfParts = new HashSet<DateOnly> { new(2025, 1, 1), new(2025, 1, 13) } });
        var parts = files.Where(file => file.Name.Document == GibDocument.Journal).SelectMany(file => FiledJournalReader.Read(new MemoryStream(documents[file.Name.ToString()])));
        Assert.Equal(Months.Golden().Select(Told), parts.Select(voucher => Told(FiledEntries.Of(voucher)!)));
    }

    [Fact]
    public void Vouchers_are_told_with_their_numbers_and_no_kind()
    {
        var voucher = FiledJournalReader.Read(new MemoryStream(GibMonths.Write(Months.Golden()).Documents[Journal])).First();
        Assert.Equal(("yevmiye-2025-01-01-1", "1", null), (voucher.Id, voucher.JournalNumber, voucher.Kind));
        Assert.Equal(["1", "2"], voucher.Lines.Select(line => line.JournalLine).Take(2));
    }

    [Fact]
    public void The_authoritys_sample_is_read_whole()
    {
        var files = Directory.GetFiles(GibPackage.Samples, "*-Y-*.xml");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var entries = FiledJournalReader.Read(new MemoryStream(File.ReadAllBytes(file))).ToList();
            Assert.Equal(text.Split("<gl-cor:entryHeader>").Length - 1, entries.Count);
            Assert.Equal(text.Split("<gl-cor:entryDetail>").Length - 1, entries.Sum(entry => entry.Lines.Count));
            Assert.All(entries, entry => Assert.NotNull(FiledEntries.Of(entry)));
        }
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")]
    [InlineData("<a>")]
    [InlineData("")]
    public void What_is_no_document_is_refused(string text) => Assert.Throws<XmlException>(() => FiledJournalReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToList());

    [Fact]
    public void A_document_deeper_than_any_of_the_authority_is_refused() =>
        Assert.Throws<XmlException>(() => FiledJournalReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000))))).ToList());

    [Theory]
    [InlineData("entryNumberCounter", "bir")]
    [InlineData("enteredDate", "01.01.2025")]
    [InlineData("amount", "1.234,56")]
    [InlineData("lineNumber", "x")]
    [InlineData("postingDate", "Ocak")]
    public void What_cannot_be_read_makes_no_entry(string field, string value)
    {
        var whole = Encoding.UTF8.GetString(GibMonths.Write(Months.Golden()).Documents[Journal]);
        var at = whole.IndexOf('>', whole.IndexOf($"<gl-cor:{field} ", StringComparison.Ordinal)) + 1;
        var broken = whole[..at] + value + whole[whole.IndexOf('<', at)..];
        var entries = FiledJournalReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(broken))).ToList();
        Assert.Null(FiledEntries.Of(entries[0]));
        Assert.All(entries.Skip(1), entry => Assert.NotNull(FiledEntries.Of(entry)));
    }

    private static void AssertSame(IReadOnlyList<JournalEntry> month)
    {
        var read = FiledJournalReader.Read(new MemoryStream(GibMonths.Write(month).Documents[Journal])).Select(voucher => Told(FiledEntries.Of(voucher)!));
        Assert.Equal(month.Select(Told), read);
    }

    private static string Told(JournalEntry entry) => Told(FiledEntries.Of(entry));

    private static string Told(ArchivedEntry entry) => $"{entry.Number} {string.Join(',', entry.Lines.Select(line => line.Number))} {EntryComparison.ContentOf(entry)}";
}
