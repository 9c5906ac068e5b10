using System.Xml;
using CsCheck;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Formats.Print;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats.Gib;
using EDefter.Tests.Formats.Print;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>
/// Whatever stands in a text, a check says what e-Defter cannot hold, and no writer breaks over it: it writes, or names what it cannot write. A name in the chart or in the company's
/// profile reaches writers unchecked, and a rehearsal reads a month that nobody has checked.
/// </summary>
public sealed class NastyTextTests
{
    public static TheoryData<string> Profiles => [.. ProfileBook.Standard.Profiles.Select(profile => profile.Id)];

    [Fact]
    public void A_check_finds_every_text_that_e_Defter_cannot_hold() =>
        NastyText.Any.Sample(
            text =>
            {
                var faults = VoucherFacts.Of(new Voucher { Id = "1", Comment = text }).TextFaults;
                if (!IsXml(text))
                    Assert.NotNull(Assert.Single(faults).ForbiddenCharacter);
            },
            iter: 2_000);

    [Fact]
    public void A_rehearsal_judges_the_documents_of_any_month_to_their_end() =>
        Gen.Select(NastyText.Voucher.Array[1, 3], NastyText.Company, Gen.OneOf("0000", "0001")).Sample(
            (vouchers, company, branch) =>
            {
                var month = Months.Number(vouchers, 1, 1);
                using var rehearsal = new GibRehearsal(GibMonths.HeadingOf(company, branch), GibMonths.Options, SchemaJudge.None, static () => new MemoryStream());
                foreach (var entry in month)
                    rehearsal.Write(entry);
                var result = rehearsal.Complete();
                Assert.DoesNotContain("XML", result.Check.Documents.SelectMany(document => document.Counts.Keys));
                Assert.Equal(month.Count, result.Check.Documents.Single(document => document.Document == GibDocument.Journal).Entries);
                if (month.Any(entry => !IsXml(entry.Comment!)))
                    Assert.NotEqual(0, result.UnwritableCount);
            },
            iter: 200);

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_format_writes_or_names_what_it_cannot_write(string id)
    {
        var profile = Archives.Of(id);
        Gen.Select(NastyText.Voucher.Array[1, 3], NastyText.Company).Sample(
            (vouchers, company) =>
            {
                var month = Months.Number(vouchers, 1, 1);
                var request = Months.RequestOf(month) with { Company = company, Creator = company.Title! };
                if (id == GibDraftProfile.Id)
                    request = request with { Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["creationDate"] = "2025-04-10" } };
                var (zip, result) = Archives.Write(month, profile, request);
                if (result.Unwritable.Count == 0)
                    Assert.NotEmpty(Archives.Open(zip));
                else
                    Assert.All(result.Unwritable, value => Assert.NotNull(value.Field));
            },
            iter: 60);
    }

    [Fact]
    public void Every_printed_book_is_printed() =>
        Gen.Select(NastyText.Voucher.Array[1, 3], NastyText.Company).Sample(
            (vouchers, company) =>
            {
                var month = Months.Number(vouchers, 1, 1);
                var heading = PrintMonths.HeadingOf(month) with { Company = company };
                Assert.NotEmpty(PrintReader.Pages(PrintMonths.Print(month, heading), PrintReader.JournalEdges, headingLines: 2));
                using var output = new MemoryStream();
                using (var book = new JournalWorkbook(heading, output))
                {
                    foreach (var entry in month)
                        book.Write(entry);
                    book.Complete();
                }

                WorkbookJudges.AssertValid(output.ToArray());
            },
            iter: 20);

    // .NET's own judge of the production Char.
    private static bool IsXml(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
