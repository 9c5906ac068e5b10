using System.Text;
using System.Xml.Linq;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;

namespace EDefter.Tests.Rehearsal;

/// <summary>A month of a branch, signed by the tests' certificate, whose documents are broken in many ways.</summary>
internal static class OracleMonth
{
    private static readonly Lazy<Dictionary<GibDocument, (string Name, byte[] Content)>> Documents = new(() =>
    {
        var company = GibMonths.Company with { Branches = [new() { Code = "0012", Name = "Ulus" }] };
        var (written, files) = GibMonths.Write(Months.Golden(), GibMonths.HeadingOf(company, "0012"), GibMonths.Options with { Signer = TestCertificate.Signer });
        return files.ToDictionary(file => file.Name.Document, file => (file.Name.ToString(), written[file.Name.ToString()]));
    });

    public static (string Name, byte[] Content) Of(GibDocument document) => Documents.Value[document];

    /// <returns>A fresh copy of a document, to be broken.</returns>
    public static XDocument Copy(GibDocument document) => XDocument.Load(new MemoryStream(Of(document).Content), LoadOptions.PreserveWhitespace);

    public static byte[] Bytes(XDocument document) => Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));

    /// <summary>What we find in a document; what is ours alone (EK…) is not the authority's to confirm.</summary>
    public static IReadOnlyList<GibFinding> Check(string name, GibDocument document, byte[] content)
    {
        var findings = new List<GibFinding>();
        new GibDocumentCheck(name, document, finding => findings.AddRange(finding.Assert.StartsWith("EK", StringComparison.Ordinal) ? [] : [finding])).Run(new MemoryStream(content));
        return findings;
    }
}
