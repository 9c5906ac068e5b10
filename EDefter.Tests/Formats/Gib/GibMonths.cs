using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;

namespace EDefter.Tests.Formats.Gib;

/// <summary>Months as the authority's documents, in memory.</summary>
internal static class GibMonths
{
    public static readonly Company Company = Months.Company with { SourceApplication = "0010213576##ÖRNEK YAZILIM A.Ş.##EDefter##1.0", FiscalYears = [Months.Year] };

    public static readonly GibHeading Heading = HeadingOf(Company, "0000");

    public static GibHeading HeadingOf(Company company, string branch) =>
        GibHeading.Of(company, new BookId(company.Id, branch), Months.Year, Months.January, new DateOnly(2025, 4, 10), "EDefter");

    public static GibBookOptions Options => new() { FirstSeries = 1, Chain = "sha256:" + new string('3', 64) };

    /// <returns>Name → bytes, in the order of writing, and what the writer told.</returns>
    public static (IReadOnlyDictionary<string, byte[]> Documents, IReadOnlyList<GibFile> Files) Write(IEnumerable<JournalEntry> entries, GibHeading? heading = null, GibBookOptions? options = null)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        var writer = new GibBookWriter(heading ?? Heading, options ?? Options, name => streams[name.ToString()] = new MemoryStream());
        foreach (var entry in entries)
            writer.Write(entry);
        var files = writer.Complete();
        return (streams.ToDictionary(stream => stream.Key, stream => stream.Value.ToArray(), StringComparer.Ordinal), files);
    }
}
