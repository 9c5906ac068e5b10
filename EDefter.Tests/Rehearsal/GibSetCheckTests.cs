using System.Text;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rehearsal;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>What the authority's rules let pass: faults of one document and of documents that contradict each other.</summary>
public sealed class GibSetCheckTests
{
    private const string Journal = "0010213576-202501-Y-000000.xml";
    private const string Ledger = "0010213576-202501-K-000000.xml";
    private const string JournalBerat = "0010213576-202501-YB-000000.xml";
    private const string LedgerBerat = "0010213576-202501-KB-000000.xml";
    private const string Report = "0010213576-202501-DR-000000.xml";

    [Fact]
    public void Whatever_we_write_contradicts_nothing() => JournalGen.MonthInOrder.Sample(month => Assert.Empty(Check(Write(month))), iter: 60);

    [Fact]
    public void Parts_that_we_write_contradict_nothing()
    {
        var (documents, files) = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { PartBytesMax = 90 * 1024, Signer = TestCertificate.Signer });
        Assert.True(files.Count > 5);
        Assert.Empty(Check(documents.ToDictionary(file => file.Key, file => file.Value)));
    }

    [Theory]
    [InlineData("EK01", Journal, ">2</gl-cor:entryNumberCounter>", ">1</gl-cor:entryNumberCounter>")]
    [InlineData("EK02", Journal, ">4</gl-cor:lineNumber>", ">3</gl-cor:lineNumber>")]
    [InlineData("EK03", Journal, "2025-01-02", "2025-01-01")]
    [InlineData("EK04", Journal, ">invoice</gl-cor:documentType>", ">debit-memo</gl-cor:documentType>")]
    [InlineData("EK06", Journal, ">D</gl-cor:debitCreditCode>", ">debit</gl-cor:debitCreditCode>")]
    [InlineData("EK15", Ledger, "</gl-cor:detailComment>", "!</gl-cor:detailComment>")]
    [InlineData("EK16", Ledger, "periodCoveredEnd contextRef=\"ledger_context\">2025-01-31", "periodCoveredEnd contextRef=\"ledger_context\">2025-01-30")]
    [InlineData("EK17", JournalBerat, ">YEV202501000001<", ">YEV202501000002<")]
    [InlineData("EK18", JournalBerat, "unitRef=\"countable\">5<", "unitRef=\"countable\">6<")]
    [InlineData("EK19", LedgerBerat, "unitRef=\"countable\">0.0", "unitRef=\"countable\">9.0")]
    [InlineData("EK21", JournalBerat, "unitRef=\"try\">0.00<", "unitRef=\"try\">0.01<")]
    [InlineData("EK22", Report, "<gl-cor:documentApplyToNumber contextRef=\"now\">1<", "<gl-cor:documentApplyToNumber contextRef=\"now\">7<")]
    public void A_contradiction_is_found(string id, string file, string text, string changed)
    {
        var documents = Write(Months.Golden());
        var whole = Encoding.UTF8.GetString(documents[file]);
        if (id == "EK03")
            whole = Swap(whole);
        else
            Assert.Contains(text, whole, StringComparison.Ordinal);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        documents[file] = Encoding.UTF8.GetBytes(id == "EK03" ? whole : whole[..at] + changed + whole[(at + text.Length)..]);
        Assert.Contains(Check(documents), finding => finding.StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public void Signature_values_of_book_and_berat_must_agree()
    {
        var signed = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { Signer = TestCertificate.Signer }).Documents.ToDictionary(file => file.Key, file => file.Value);
        Assert.Empty(Check(signed));
        signed[Journal] = GibMonths.Write(Months.Golden()).Documents[Journal];
        Assert.Contains(Check(signed), finding => finding.StartsWith("EK20", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_part_is_found()
    {
        var (documents, files) = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { LastDaysOfParts = new HashSet<DateOnly> { new(2025, 1, 1), new(2025, 1, 13) } });
        var parts = files.Where(file => file.Name.Document == GibDocument.Journal).ToList();
        Assert.True(parts.Count > 2);
        var without = documents.Where(file => file.Key != parts[1].Name.ToString()).ToDictionary(file => file.Key, file => file.Value);
        Assert.Contains(Check(without), finding => finding.StartsWith("EK11", StringComparison.Ordinal));
        Assert.Contains(Check(without), finding => finding.StartsWith("EK13", StringComparison.Ordinal));
        Assert.Contains(Check(without), finding => finding.StartsWith("EK14", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")]
    [InlineData("<edefter:defter")]
    [InlineData("")]
    public void What_is_no_document_is_one_finding(string text)
    {
        var findings = new List<GibFinding>();
        Assert.Null(new GibDocumentCheck(Journal, GibDocument.Journal, findings.Add).Run(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal("XML", findings[^1].Assert);
    }

    [Fact]
    public void A_document_deeper_than_any_of_the_authority_is_one_finding()
    {
        var findings = new List<GibFinding>();
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Null(new GibDocumentCheck(Journal, GibDocument.Journal, findings.Add).Run(new MemoryStream(Encoding.UTF8.GetBytes(deep))));
        Assert.Contains(findings, finding => finding.Assert == "XML");
    }

    // The first two entries change places, numbers and all.
    private static string Swap(string journal)
    {
        const string Open = "<gl-cor:entryHeader>";
        var first = journal.IndexOf(Open, StringComparison.Ordinal);
        var second = journal.IndexOf(Open, first + 1, StringComparison.Ordinal);
        var third = journal.IndexOf(Open, second + 1, StringComparison.Ordinal);
        return journal[..first] + journal[second..third] + journal[first..second] + journal[third..];
    }

    private static Dictionary<string, byte[]> Write(IReadOnlyList<JournalEntry> month) => GibMonths.Write(month).Documents.ToDictionary(file => file.Key, file => file.Value);

    private static List<string> Check(Dictionary<string, byte[]> documents)
    {
        var findings = new List<string>();
        var summaries = new List<GibDocumentSummary>();
        foreach (var (name, content) in documents)
        {
            // Drafts are not signed; of that the authority's own asserts speak.
            var check = new GibDocumentCheck(name, GibFileName.Parse(name)!.Document, finding => findings.AddRange(finding.Assert.StartsWith("EK", StringComparison.Ordinal) ? [finding.Assert] : []));
            if (check.Run(new MemoryStream(content)) is { } summary)
                summaries.Add(summary);
        }

        new GibSetCheck((name, finding) => findings.Add($"{finding.Assert} {name}")).Run(summaries);
        return findings;
    }
}
