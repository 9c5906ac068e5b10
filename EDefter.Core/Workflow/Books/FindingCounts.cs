namespace EDefter.Core.Workflow.Books;

/// <summary>How many findings of each severity.</summary>
public sealed record FindingCounts(long Error, long Warning, long Info, long Acknowledged);
