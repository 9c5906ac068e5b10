using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>A rehearsal says of a month what a check of its kept documents says, and leads back to the vouchers.</summary>
public sealed class GibRehearsalTests
{
    private static readonly Company[] Companies =
    [
        GibMonths.Company,
        GibMonths.Company with { Phone = null, NaceCode = null },
        GibMonths.Company with { SourceApplication = null, Accountants = [] },
        GibMonths.Company with { Email = null, Title = "A", Address = null },
    ];

    [Fact]
    public void A_complete_month_rehearses_clean()
    {
        var (result, _) = Run(Months.Golden(), GibMonths.Company);

        Assert.Empty(result.Check.Documents.SelectMany(document => document.Counts.Keys));
        Assert.True(result.Check.IsClean);
        Assert.Equal((5, 1, 5L, 0L), (result.Check.Documents.Count, result.Parts, result.Entries, result.UnwritableCount));
        Assert.Equal(["Y06", "K06", "B10"], GibRehearsal.NotAsked);
    }

    [Fact]
    public void Whatever_the_month_a_rehearsal_says_what_a_check_of_the_draft_says_but_for_the_signature()
    {
        foreach (var company in Companies)
        {
            foreach (var days in new[] { "", "5,20" })
            {
                var month = Months.Number(Enumerable.Range(1, 40).Select(number => Months.Simple(number, change: number % 7 == 0 ? Undocumented : null)).OrderBy(voucher => voucher.Date.Value), 1, 1);
                var request = Months.RequestOf(month) with { Company = company, Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["creationDate"] = "2025-04-10", ["lastDaysOfParts"] = days } };
                var draft = GibUploadCheck.Run(new MemoryStream(Archives.Write(month, GibDraftProfile.Profile, request).Zip), "taslak.zip", new GibUploadLimits(), SchemaJudge.None);

                var (result, _) = Run(month, company, days);

                Assert.Equal(Told(draft, GibRehearsal.NotAsked), Told(result.Check, []));
                Assert.Contains(result.Check.Documents, document => document.Counts.ContainsKey("Y110"));
            }
        }
    }

    [Fact]
    public void A_finding_leads_to_its_voucher_in_the_journal_and_in_the_ledger()
    {
        var month = Months.Number([Months.Simple(1), Months.Simple(2, change: Undocumented), Months.Simple(3)], 41, 81);

        var (result, rehearsal) = Run(month, GibMonths.Company);

        foreach (var assert in new[] { "Y110", "K107" })
        {
            var finding = result.Check.Documents.SelectMany(document => document.Findings).Single(finding => finding.Assert == assert);
            Assert.Equal(("42", "83"), (finding.Place.EntryNumber, finding.Place.LineNumber));
            Assert.Equal(("V2", "00002"), rehearsal.VoucherOf(finding.Place.EntryNumber));
        }

        Assert.Null(rehearsal.VoucherOf("40"));
        Assert.Null(rehearsal.VoucherOf("44"));
        Assert.Null(rehearsal.VoucherOf(null));
    }

    [Fact]
    public void One_document_at_a_time_takes_room()
    {
        var open = 0;
        var most = 0;
        using var rehearsal = new GibRehearsal(GibMonths.Heading, GibMonths.Options with { PartBytesMax = 120 * 1024 }, SchemaJudge.None, () =>
        {
            most = Math.Max(most, ++open);
            return new CountedRoom(() => open--);
        });
        foreach (var entry in Months.Number(Enumerable.Range(1, 60).Select(number => Months.Simple(number, new string('x', 2_000))).OrderBy(voucher => voucher.Date.Value), 1, 1))
            rehearsal.Write(entry);
        var result = rehearsal.Complete();

        Assert.True(result.Parts > 2);
        Assert.Equal((0, 1), (open, most));
        Assert.Empty(result.Check.Documents.SelectMany(document => document.Counts.Keys));
    }

    [Fact]
    public void What_cannot_stand_in_XML_is_named()
    {
        var (result, _) = Run(Months.Number([Months.Simple(1, "bozuk\u0001metin"), Months.Simple(2)], 1, 1), GibMonths.Company);

        Assert.Equal(3, result.UnwritableCount);
        Assert.All(result.Unwritable, value => Assert.Equal("V1", value.VoucherId));
        // What stands behind it is read and judged all the same: nobody is told one fault at a time.
        Assert.Equal(2, result.Check.Documents.Single(document => document.Document == GibDocument.Journal).Entries);
        Assert.DoesNotContain("XML", result.Check.Documents.SelectMany(document => document.Counts.Keys));
    }

    private static VoucherLine Undocumented(VoucherLine line) => line with { Document = new SourceDocument { Type = "invoice", Number = "A1" } };

    private static (GibRehearsalResult Result, GibRehearsal Rehearsal) Run(IReadOnlyList<JournalEntry> month, Company company, string days = "")
    {
        var ends = days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => new DateOnly(2025, 1, int.Parse(day, CultureInfo.InvariantCulture))).ToHashSet();
        var rehearsal = new GibRehearsal(GibMonths.HeadingOf(company with { TaxId = GibMonths.Company.TaxId }, "0000"), GibMonths.Options with { LastDaysOfParts = ends }, SchemaJudge.None, static () => new MemoryStream());
        foreach (var entry in month)
            rehearsal.Write(entry);
        return (rehearsal.Complete(), rehearsal);
    }

    private static List<string> Told(GibCheckReport report, IReadOnlyList<string> without) =>
    [
        .. report.Documents
            .SelectMany(document => document.Counts.Where(count => !without.Contains(count.Key, StringComparer.Ordinal)).Select(count => $"{Path.GetFileName(document.File)} {count.Key} {count.Value}"))
            .Order(StringComparer.Ordinal),
    ];

    private sealed class CountedRoom(Action close) : MemoryStream
    {
        private bool closed;

        protected override void Dispose(bool disposing)
        {
            if (!closed)
                close();
            closed = true;
            base.Dispose(disposing);
        }
    }
}
