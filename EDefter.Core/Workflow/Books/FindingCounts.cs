namespace EDefter.Core.Workflow.Books;

/// <summary>How many findings of each severity.</summary>
/// <param name="Error">They block numbering.</param>
/// <param name="Warning">All warnings found, acknowledged ones included: acknowledging takes nothing away from what was found.</param>
/// <param name="Info">Only told.</param>
/// <param name="Acknowledged">How many of the warnings are acknowledged today.</param>
public sealed record FindingCounts(long Error, long Warning, long Info, long Acknowledged);
