using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>What applying or undoing ended with.</summary>
/// <param name="Applied">Changes made, or taken back.</param>
/// <param name="Revision">The month's revision now.</param>
/// <param name="LeftOut">Changes of accepted classes that hang on something not accepted.</param>
/// <param name="Remaining">Findings of the check that followed; absent when the month moved on meanwhile.</param>
public sealed record RepairResult(int Applied, long Revision, IReadOnlyList<int> LeftOut, FindingCounts? Remaining);
