namespace EDefter.Core.Workflow.Filings;

/// <summary>Yevmiye maddeleri by how the filed book and the month tell them.</summary>
public sealed record FiledCounts(long Same, long Changed, long OnlyFiled, long OnlyHere, long Unreadable, long OutOfOrder);
