using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Gib;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Broken documents before the authority's rules and before ours, assert by assert.</summary>
internal sealed class OracleComparison(GibDocument document)
{
    private readonly StringBuilder differing = new();
    private readonly HashSet<string> hit = new(StringComparer.Ordinal);
    private int variants;

    /// <summary>Asserts that the authority's rules let fall, and how many documents were judged.</summary>
    public (IReadOnlySet<string> Hit, int Variants) Totals => (hit, variants);

    /// <summary>Judges all of them in one run of the authority's engine.</summary>
    public async Task<OracleComparison> RunAsync(IEnumerable<(string What, byte[] Content)> damaged, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("edefter-oracle-");
        try
        {
            var name = OracleMonth.Of(document).Name;
            var files = new List<(string What, string Path, byte[] Content)>();
            foreach (var (what, content) in damaged)
            {
                var path = Path.Combine(folder.CreateSubdirectory(files.Count.ToString(CultureInfo.InvariantCulture)).FullName, name);
                await File.WriteAllBytesAsync(path, content, cancellationToken);
                files.Add((what, path, content));
            }

            var verdicts = await SchematronJudge.JudgeAsync(document, [.. files.Select(file => file.Path)], cancellationToken);
            foreach (var (verdict, file) in verdicts.Zip(files))
                Compare(file.What, [.. verdict.Failed.Keys.Union(verdict.Broken, StringComparer.Ordinal)], [.. OracleMonth.Check(name, document, file.Content).Select(finding => finding.Assert)]);
            variants += verdicts.Count;
            Assert.Equal(files.Count, verdicts.Count);
            return this;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void AssertAgreement() => Assert.True(differing.Length == 0, differing.ToString());

    private void Compare(string what, HashSet<string> theirs, HashSet<string> ours)
    {
        hit.UnionWith(theirs);
        if (!theirs.SetEquals(ours))
            differing.AppendLine(CultureInfo.InvariantCulture, $"{what}: the authority alone {string.Join(' ', theirs.Except(ours, StringComparer.Ordinal))} · we alone {string.Join(' ', ours.Except(theirs, StringComparer.Ordinal))}");
    }
}
