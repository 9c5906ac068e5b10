using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Tests.Formats.Gib;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Every assert of the authority is seen to fall, or shown to be unable to; the page docs/gib-asserts.md tells how, and cannot lie.</summary>
public sealed class AssertCoverageTests
{
    private static readonly Lazy<Dictionary<string, GibFinding>> Fallen = new(() =>
    {
        var fallen = new Dictionary<string, GibFinding>(StringComparer.Ordinal);
        foreach (var document in Enum.GetValues<GibDocument>())
        {
            foreach (var (id, _, content) in AssertCoverage.Of(document))
            {
                if (OracleMonth.Check(OracleMonth.Of(document).Name, document, content).FirstOrDefault(found => found.Assert == id) is { } finding)
                    fallen.TryAdd(id, finding);
            }
        }

        return fallen;
    });

    [Fact]
    public void Whole_documents_let_nothing_fall() =>
        Assert.All(Enum.GetValues<GibDocument>(), document => Assert.Empty(OracleMonth.Check(OracleMonth.Of(document).Name, document, OracleMonth.Of(document).Content)));

    [Fact]
    public void Every_assert_falls_by_its_damage_or_cannot_fall()
    {
        var ids = AssertCoverage.Damages.SelectMany(damage => damage.Ids.Split(' ')).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(AssertCoverage.AllIds.Order(StringComparer.Ordinal), ids.Concat(AssertCoverage.Unfailable.Keys).Order(StringComparer.Ordinal));
        Assert.Equal([], ids.Where(id => !Fallen.Value.ContainsKey(id)));
    }

    [Fact]
    public void The_ids_are_those_of_the_authoritys_files()
    {
        GibPackage.Require();
        foreach (var (file, document) in new[] { ("edefter_yevmiye.sch", GibDocument.Journal), ("edefter_kebir.sch", GibDocument.Ledger), ("edefter_berat.sch", GibDocument.JournalBerat), ("edefter_rapor.sch", GibDocument.Report) })
            Assert.Equal(GibAssertCounts.AssertsOf(document), System.Xml.Linq.XDocument.Load(Path.Combine(GibPackage.Sch, file)).Descendants().Count(element => element.Name.LocalName == "assert"));
    }

    [Fact]
    public void The_page_of_asserts_says_what_is()
    {
        var path = Path.Combine(Repository.Root, "docs", "gib-asserts.md");
        var page = Page();
        if (File.Exists(path) && string.Equals(File.ReadAllText(path), page, StringComparison.Ordinal))
            return;
        var right = Path.Combine(Path.GetTempPath(), "gib-asserts.md");
        File.WriteAllText(right, page);
        Assert.Fail($"docs/gib-asserts.md is not what the tests know; it should be as {right}.");
    }

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Every assert of the authority, and what lets it fall

            The rule files of yevmiye (Y), kebir (K), berat (B) and defter raporu (R) have {AssertCoverage.AllIds.Count} asserts without ids; ours are the letter and the assert's place in its file.
            {AssertCoverage.AllIds.Count - AssertCoverage.Unfailable.Count} of them fall here, each by a damage made for it; {AssertCoverage.Unfailable.Count} cannot fall. The tests break a signed month of a branch in these ways, see our
            check name the assert, and, where the authority's package is at hand, see its own rules run by Saxon name exactly the same asserts. This page is held by a test.

            | assert | what is told | the damage |
            |---|---|---|

            """);
        foreach (var damage in AssertCoverage.Damages)
            page.Append(CultureInfo.InvariantCulture, $"| {damage.Ids} | {Fallen.Value.GetValueOrDefault(damage.Ids.Split(' ')[0])?.Message} | {Cell(damage.Name)} |\n");
        page.Append("\n## What cannot fall\n\n| assert | its test, and why |\n|---|---|\n");
        foreach (var (id, why) in AssertCoverage.Unfailable)
            page.Append(CultureInfo.InvariantCulture, $"| {id} | {Cell(why)} |\n");
        return page.Append(
            """

            B62 and B63 ask whether the type is what it is asked to be only when it is; they fall in one way: a type that stands twice leaves the authority's engine without a value.

            """).ToString();
    }

    private static string Cell(string text) => "`" + text.Replace("|", "\\|", StringComparison.Ordinal) + "`";
}
