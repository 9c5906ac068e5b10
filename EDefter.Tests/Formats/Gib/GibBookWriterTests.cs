using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats.Gib;

/// <summary>The authority's documents: its own schemas and rules judge them, and what was written reads back as the journal.</summary>
public sealed class GibBookWriterTests
{
    private static readonly XNamespace Cor = "http://www.xbrl.org/int/gl/cor/2006-10-25";
    private static readonly XNamespace Bus = "http://www.xbrl.org/int/gl/bus/2006-10-25";
    private static readonly XNamespace Muc = "http://www.xbrl.org/int/gl/muc/2006-10-25";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_document_of_any_month_passes_the_schemas()
    {
        GibPackage.Require();
        JournalGen.MonthInOrder.Sample(
            month =>
            {
                foreach (var (name, document) in GibMonths.Write(month).Documents)
                    Assert.True(XsdJudge.Judge(document, isSigned: false) is [], $"{name}: {string.Join("; ", XsdJudge.Judge(document, isSigned: false).Take(3))}");
            },
            iter: 40);
    }

    [Fact]
    public async Task A_signed_set_passes_the_schemas_and_every_rule()
    {
        GibPackage.Require();
        foreach (var branch in new[] { "0000", "0012" })
        {
            var company = GibMonths.Company with { Branches = [new Branch { Code = branch, Name = "Ulus" }] };
            await AssertPassesAsync(Months.Golden(), GibMonths.HeadingOf(company, branch), GibMonths.Options with { Signer = TestCertificate.Signer });
        }
    }

    [Fact]
    public async Task A_signed_set_in_parts_passes_the_schemas_and_every_rule()
    {
        GibPackage.Require();
        await AssertPassesAsync(Months.Golden(), GibMonths.Heading, GibMonths.Options with { PartBytesMax = 90 * 1024, Signer = TestCertificate.Signer });
    }

    [Fact]
    public void Signatures_are_valid_and_berats_carry_their_books_value()
    {
        // No bare carriage return: .NET's own verifier writes and reads a document once more before it digests it, and loses it there.
        var (documents, files) = GibMonths.Write(Months.Number([Months.Simple(1), Months.Simple(2, "A & B <C> \"D\" İŞ")], 1, 1), options: GibMonths.Options with { Signer = TestCertificate.Signer });
        foreach (var file in files)
        {
            var xml = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            xml.Load(new MemoryStream(documents[file.Name.ToString()]));
            var signed = new System.Security.Cryptography.Xml.SignedXml(xml);
            signed.LoadXml((XmlElement)xml.DocumentElement!.LastChild!);
            Assert.True(signed.CheckSignature(TestCertificate.Certificate, verifySignatureOnly: true), file.Name.ToString());
        }

        foreach (var (book, berat) in new[] { (GibDocument.Journal, GibDocument.JournalBerat), (GibDocument.Ledger, GibDocument.LedgerBerat) })
        {
            var value = files.Single(file => file.Name.Document == book).SignatureValue;
            var name = files.Single(file => file.Name.Document == berat).Name.ToString();
            Assert.Equal(value, Parse(documents[name]).Root!.Elements(XName.Get("SignatureValue", "http://www.w3.org/2000/09/xmldsig#")).Single().Value);
        }
    }

    [Fact]
    public void The_journal_reads_back_equal()
    {
        JournalGen.MonthInOrder.Sample(
            month =>
            {
                var entries = month;
                var written = GibMonths.Write(entries).Documents;
                var read = XDocument.Parse(System.Text.Encoding.UTF8.GetString(written["0010213576-202501-Y-000000.xml"]), LoadOptions.PreserveWhitespace);
                Assert.Equal(entries.Select(Told), read.Descendants(Cor + "entryHeader").Select(Told));
            },
            iter: 200);
    }

    [Fact]
    public void The_ledger_has_the_journals_lines_by_account()
    {
        JournalGen.MonthInOrder.Sample(
            month =>
            {
                var written = GibMonths.Write(month).Documents;
                var journal = Parse(written["0010213576-202501-Y-000000.xml"]);
                var ledger = Parse(written["0010213576-202501-K-000000.xml"]);
                var inLedger = ledger.Descendants(Cor + "entryDetail").Select(TextOf).ToList();
                Assert.Equal(journal.Descendants(Cor + "entryDetail").Select(TextOf).Order(StringComparer.Ordinal), inLedger.Order(StringComparer.Ordinal));
                foreach (var account in ledger.Descendants(Cor + "entryHeader"))
                    Assert.Equal(Sum(account, "D") - Sum(account, "C"), Amount(account.Element(Bus + "totalDebit")!) - Amount(account.Element(Bus + "totalCredit")!));
            },
            iter: 100);
    }

    [Fact]
    public void However_a_month_is_divided_its_parts_hold_the_same_entries_and_cover_every_day()
    {
        var gen = from month in JournalGen.MonthInOrder
                  from room in Gen.Long[112 * 1024, 160 * 1024]
                  from ends in Gen.Int[1, 31].Array[0, 3]
                  select (month, room, ends);
        gen.Sample(
            sample =>
            {
                var entries = sample.month;
                var options = GibMonths.Options with { FirstSeries = 4, PartBytesMax = sample.room, LastDaysOfParts = sample.ends.Select(day => new DateOnly(2025, 1, day)).ToHashSet() };
                var (documents, files) = GibMonths.Write(entries, options: options);
                var journals = files.Where(file => file.Name.Document == GibDocument.Journal).ToList();
                Assert.Equal(entries.Select(entry => entry.Number), journals.SelectMany(file => Parse(documents[file.Name.ToString()]).Descendants(Cor + "entryNumberCounter")).Select(number => (long)number));
                Assert.Equal(journals.Count == 1 ? [0] : Enumerable.Range(1, journals.Count), journals.Select(file => file.Name.Part));
                Assert.All(files, file => Assert.True(file.Bytes <= sample.room));
                AssertCovers([.. journals.Select(file => Parse(documents[file.Name.ToString()]))]);
            },
            iter: 100);
    }

    [Fact]
    public void The_same_month_gives_the_same_bytes_and_tells_their_hash()
    {
        var (first, files) = GibMonths.Write(Months.Golden());
        var (second, _) = GibMonths.Write(Months.Golden());
        Assert.Equal(5, files.Count);
        foreach (var file in files)
        {
            var bytes = first[file.Name.ToString()];
            Assert.Equal(bytes, second[file.Name.ToString()]);
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Bytes, file.Sha256));
        }
    }

    [Fact]
    public void What_is_written_is_canonical_XML()
    {
        foreach (var document in GibMonths.Write(Months.Golden()).Documents.Values)
        {
            var xml = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            xml.Load(new MemoryStream(document));
            var transform = new System.Security.Cryptography.Xml.XmlDsigC14NTransform();
            transform.LoadInput(xml);
            using var canonical = new MemoryStream();
            ((Stream)transform.GetOutput()).CopyTo(canonical);
            Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + System.Text.Encoding.UTF8.GetString(canonical.ToArray()), System.Text.Encoding.UTF8.GetString(document));
        }
    }

    [Fact]
    public void The_berats_tell_the_gross_turnover_of_five_accounts_and_the_report_of_all()
    {
        var entries = Months.Golden();
        var written = GibMonths.Write(entries).Documents;
        var berat = Parse(written["0010213576-202501-YB-000000.xml"]).Descendants(Cor + "entryDetail").Select(Summary).ToList();
        Assert.Equal(["391 D", "391 C", "191 D", "191 C", "600 D", "600 C", "601 D", "601 C", "602 D", "602 C"], berat.Select(line => line.Key));
        var report = Parse(written["0010213576-202501-DR-000000.xml"]).Descendants(Cor + "entryDetail").Select(Summary).ToList();
        Assert.Equal(entries.Sum(entry => entry.Total), report.Where(line => line.Key.EndsWith('D')).Sum(line => line.Amount));
        Assert.Equal(entries.Sum(entry => entry.Total), report.Where(line => line.Key.EndsWith('C')).Sum(line => line.Amount));
        Assert.Equal(entries.Sum(entry => entry.Lines.Count), report.Sum(line => line.Count));
        Assert.All(berat, line => Assert.Equal(report.FirstOrDefault(other => other.Key == line.Key).Amount, line.Amount));
    }

    [Fact]
    public void A_month_without_entries_has_no_documents() => Assert.Empty(GibMonths.Write([]).Files);

    [Fact]
    public void An_entry_larger_than_a_part_is_refused()
    {
        var entries = Months.Number([Months.Simple(1, new string('x', 100_000))], 1, 1);
        Assert.Throws<InvalidDataException>(() => GibMonths.Write(entries, options: GibMonths.Options with { PartBytesMax = 100 * 1024 }));
    }

    [Theory]
    [InlineData("1234567808-202501-Y-000000.xml", true)]
    [InlineData("1234567808-202501-KB-000002-0001.xml", true)]
    [InlineData("12345678080-202512-DR-000000.XML", true)]
    [InlineData("1234567808-202513-Y-000000.xml", false)]
    [InlineData("1234567808-202501-Y-0000.xml", false)]
    [InlineData("1234567808-202501-Y-000000-0000.xml", false)]
    [InlineData("1234567808-202501-Z-000000.xml", false)]
    [InlineData("123-202501-Y-000000.xml", false)]
    public void Official_names_are_read_as_they_are_written(string name, bool isOfficial)
    {
        var parsed = GibFileName.Parse(name);
        Assert.Equal(isOfficial, parsed is not null);
        Assert.Equal(isOfficial ? name : null, parsed?.ToString(), ignoreCase: true);
    }

    private static async Task AssertPassesAsync(IReadOnlyList<JournalEntry> entries, GibHeading heading, GibBookOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("edefter-gib-");
        try
        {
            var (documents, files) = GibMonths.Write(entries, heading, options);
            foreach (var (name, document) in documents)
            {
                Assert.Empty(XsdJudge.Judge(document, isSigned: true));
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), document, Cancelled);
            }

            foreach (var group in files.GroupBy(file => file.Name.Document))
            {
                var verdicts = await SchematronJudge.JudgeAsync(group.Key, [.. group.Select(file => Path.Combine(folder.FullName, file.Name.ToString()))], Cancelled);
                Assert.Equal(group.Count(), verdicts.Count);
                Assert.All(verdicts, verdict =>
                {
                    Assert.Empty(verdict.Broken);
                    Assert.Empty(verdict.Failed);
                });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertCovers(IReadOnlyList<XDocument> parts)
    {
        var days = parts.Select(part => (From: DateOnly.Parse(part.Descendants(Cor + "periodCoveredStart").Single().Value, CultureInfo.InvariantCulture), To: DateOnly.Parse(part.Descendants(Cor + "periodCoveredEnd").Single().Value, CultureInfo.InvariantCulture))).ToList();
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31)), (days[0].From, days[^1].To));
        for (var i = 1; i < days.Count; i++)
            Assert.InRange(days[i].From.DayNumber - days[i - 1].To.DayNumber, 0, 1);
        for (var i = 0; i < parts.Count; i++)
        {
            Assert.All(parts[i].Descendants(Cor + "enteredDate"), date => Assert.InRange(DateOnly.Parse(date.Value, CultureInfo.InvariantCulture), days[i].From, days[i].To));
            Assert.Equal($"YEV202501{(i + 4).ToString("D6", CultureInfo.InvariantCulture)}", parts[i].Descendants(Cor + "documentInfo").Single().Element(Cor + "uniqueID")!.Value);
        }
    }

    private static string Told(JournalEntry entry)
    {
        var lines = entry.Lines.Select(line => string.Join('|', line.Number, line.MainAccount, line.SubAccount == line.MainAccount ? null : line.SubAccount, Amount(line.Amount), line.Side == VoucherSide.Debit ? "D" : "C", line.DocumentType?.ToWire(), line.DocumentType is null ? null : line.DocumentNumber, line.Description, line.OriginalAmount?.ToString("0.####", CultureInfo.InvariantCulture)));
        return string.Join('\n', [string.Join('|', entry.Number, entry.VoucherNumber, Iso(entry.Date), entry.EnteredBy, entry.Comment, Amount(entry.Total)), .. lines]);
    }

    private static string Told(XElement header)
    {
        var lines = header.Elements(Cor + "entryDetail").Select(line => string.Join('|', Value(line, Cor + "lineNumber"), Value(line, Cor + "accountMainID"), Value(line, Cor + "accountSubID"), Value(line, Cor + "amount"), Value(line, Cor + "debitCreditCode"), Value(line, Cor + "documentType"), Value(line, Cor + "documentNumber"), Value(line, Cor + "detailComment"), Value(line, Muc + "amountOriginalAmount")));
        return string.Join('\n', [string.Join('|', Value(header, Cor + "entryNumberCounter"), Value(header, Cor + "entryNumber"), Value(header, Cor + "enteredDate"), Value(header, Cor + "enteredBy"), header.Element(Cor + "entryComment")?.Value, Value(header, Bus + "totalDebit")), .. lines]);
    }

    private static (string Key, decimal Amount, int Count) Summary(XElement line) =>
        ($"{Value(line, Cor + "accountMainID")} {Value(line, Cor + "debitCreditCode")}", decimal.Parse(Value(line, Cor + "amount")!, CultureInfo.InvariantCulture), int.Parse(Value(line, Cor + "documentApplyToNumber") ?? "0", CultureInfo.InvariantCulture));

    private static string? Value(XElement element, XName name) => element.Descendants(name).FirstOrDefault()?.Value;

    private static string TextOf(XElement line) => line.ToString(SaveOptions.DisableFormatting).Replace("ledger_context", "journal_context", StringComparison.Ordinal);

    private static decimal Sum(XElement account, string side) => account.Elements(Cor + "entryDetail").Where(line => Value(line, Cor + "debitCreditCode") == side).Sum(line => Amount(line.Element(Cor + "amount")!));

    private static decimal Amount(XElement element) => decimal.Parse(element.Value, CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static XDocument Parse(byte[] document) => XDocument.Load(new MemoryStream(document));
}
