using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>
/// Name of a report, derived from what was looked at: the same check has the same name. Its head is written last and at once, and names the findings; each
/// delivery of a check writes findings of its own, so that a check that runs again, or is stopped, never touches those that somebody reads.
/// </summary>
public sealed record ReportName(string Stem)
{
    public string Head => Stem + ".json";

    public string FindingsOf(Job job) => AttemptOf(job) + ".ndjson.gz";

    /// <summary>What a part of a check remembers.</summary>
    public string MemoryOf(Job job) => AttemptOf(job) + ".part";

    private string AttemptOf(Job job) => string.Create(CultureInfo.InvariantCulture, $"{Stem}.{job.Id}-{job.Run}-{job.Attempts}");

    public static ReportName OfMonth(BookId book, Period period, long revision, string basis, DateOnly asOf) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{book}/{period}/check-r{revision}-{basis[..12]}-{asOf:yyyyMMdd}"));

    /// <param name="book">The book.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="seen">Identity of the months' revisions and of the basis.</param>
    /// <param name="asOf">"Today".</param>
    public static ReportName OfRange(BookId book, DateOnly from, DateOnly to, string seen, DateOnly asOf) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{book}/range/{from:yyyyMMdd}-{to:yyyyMMdd}-{seen[..12]}-{asOf:yyyyMMdd}"));
}
