using EDefter.Core.Formats.Gib;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Our checks against the authority's own rules: on its samples, and on documents broken in every place, assert by assert.</summary>
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
        var comparison = await new OracleComparison(document).RunAsync(Damaged(document, first: 5, step: 100), Cancelled);
        comparison.AssertAgreement();
    }

    [DeepFact]
    public async Task Every_fourth_damage_and_every_targeted_one_is_judged_as_the_authority_judges_it()
    {
        GibPackage.Require();
        var (hit, variants) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var document in Enum.GetValues<GibDocument>())
        {
            var comparison = await new OracleComparison(document).RunAsync([.. Damaged(document, first: 0, step: 4), .. AssertCoverage.Of(document).Select(damage => (damage.Name, damage.Content))], Cancelled);
            comparison.AssertAgreement();
            hit.UnionWith(comparison.Totals.Hit);
            variants += comparison.Totals.Variants;
        }

        Assert.Equal(AssertCoverage.AllIds.Except(AssertCoverage.Unfailable.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal), hit.Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{hit.Count} of {AssertCoverage.AllIds.Count} asserts fall ({AssertCoverage.Unfailable.Count} cannot), and are judged alike in {variants} broken documents");
    }

    [Fact]
    public void The_authoritys_samples_pass()
    {
        var files = Directory.GetFiles(GibPackage.Samples, "*.xml");
        Assert.NotEmpty(files);
        foreach (var file in files)
            Assert.Empty(OracleMonth.Check(Path.GetFileName(file), GibFileName.Parse(Path.GetFileName(file))!.Document, File.ReadAllBytes(file)));
    }

    private static IEnumerable<(string What, byte[] Content)> Damaged(GibDocument document, int first, int step)
    {
        var damages = Damages.Of(OracleMonth.Copy(document)).ToList();
        for (var i = first; i < damages.Count; i += step)
        {
            var copy = OracleMonth.Copy(document);
            if (damages[i].Apply(copy))
                yield return (damages[i].Name, OracleMonth.Bytes(copy));
        }
    }
}
