using EDefter.Core.Workflow.Archiving;

namespace EDefter.Functions.Archives;

/// <summary>One of two compared archives with its control totals.</summary>
public sealed record ArchiveDiffSide(ArchiveView Archive, ArchiveTotals Totals);
