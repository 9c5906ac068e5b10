using System.Text;
using System.Xml.Linq;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Our checks against the authority's own rules: on whole documents, on its samples, and on documents broken in every place, assert by assert.</summary>
public sealed class OracleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(GibDocument.Journal)]
    [InlineData(GibDocument.Ledger)]
    [InlineData(GibDocument.JournalBerat)]
    [InlineData(GibDocument.LedgerBerat)]
    [InlineData(GibDocument.Report)]
    public async Task A_sample_of_damages_is_judged_as_the_authority_judges_them(GibDocument document)
    {
        GibPackage.Require();
        await CompareAsync(document, first: 5, step: 40);
    }

    [DeepFact]
    public async Task Every_fourth_damage_is_judged_as_the_authority_judges_it()
    {
        GibPackage.Require();
        foreach (var document in Enum.GetValues<GibDocument>())
            await CompareAsync(document, first: 0, step: 4);
    }

    [Fact]
    public void The_authoritys_samples_pass()
    {
        foreach (var file in Directory.GetFiles(GibPackage.Samples, "*.xml"))
            Assert.Empty(Ours(Path.GetFileName(file), GibFileName.Parse(Path.GetFileName(file))!.Document, File.ReadAllBytes(file)));
    }

    private static async Task CompareAsync(GibDocument document, int first, int step)
    {
        var folder = Directory.CreateTempSubdirectory("edefter-oracle-");
        try
        {
            var (names, documents) = await WriteDamagedAsync(folder.FullName, document, first, step);
            var verdicts = await SchematronJudge.JudgeAsync(document, [.. documents.Select(file => file.Path)], Cancelled);
            var differing = new StringBuilder();
            for (var i = 0; i < verdicts.Count; i++)
            {
                var theirs = verdicts[i].Failed.Keys.Union(verdicts[i].Broken, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                var ours = Ours(Path.GetFileName(documents[i].Path), document, documents[i].Content).Order(StringComparer.Ordinal).ToList();
                if (!theirs.SequenceEqual(ours, StringComparer.Ordinal))
                    differing.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{names[i]}: the authority alone {string.Join(' ', theirs.Except(ours, StringComparer.Ordinal))} · we alone {string.Join(' ', ours.Except(theirs, StringComparer.Ordinal))}");
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{document}: {verdicts.Count} damaged documents, {verdicts.SelectMany(verdict => verdict.Failed.Keys).Distinct(StringComparer.Ordinal).Count()} asserts hit");
            Assert.True(differing.Length == 0, differing.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(List<string> Names, List<(string Path, byte[] Content)> Files)> WriteDamagedAsync(string folder, GibDocument document, int first, int step)
    {
        var company = GibMonths.Company with { Branches = [new() { Code = "0012", Name = "Ulus" }] };
        var (written, files) = GibMonths.Write(Months.Golden(), GibMonths.HeadingOf(company, "0012"), GibMonths.Options with { Signer = TestCertificate.Signer });
        var name = files.Single(file => file.Name.Document == document).Name.ToString();
        var whole = written[name];
        var names = new List<string>();
        var damaged = new List<(string, byte[])>();
        var damages = Damages.Of(Parse(whole)).ToList();
        for (var i = first; i < damages.Count; i += step)
        {
            var copy = Parse(whole);
            if (!damages[i].Apply(copy))
                continue;
            var target = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, $"{i}")).FullName, name);
            var bytes = Encoding.UTF8.GetBytes(copy.ToString(SaveOptions.DisableFormatting));
            await File.WriteAllBytesAsync(target, bytes, Cancelled);
            names.Add(damages[i].Name);
            damaged.Add((target, bytes));
        }

        return (names, damaged);
    }

    // What we find beyond the authority's rules (EK…) is not theirs to confirm.
    private static HashSet<string> Ours(string name, GibDocument document, byte[] content)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        new GibDocumentCheck(name, document, finding => ids.UnionWith(finding.Assert.StartsWith("EK", StringComparison.Ordinal) ? [] : [finding.Assert])).Run(new MemoryStream(content));
        return ids;
    }

    private static XDocument Parse(byte[] content) => XDocument.Load(new MemoryStream(content), LoadOptions.PreserveWhitespace);
}
