using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Repairing;

/// <param name="Period">The month.</param>
/// <param name="Run">The run.</param>
/// <param name="Changes">Single changes to take back; null for the whole run.</param>
public sealed record UndoRequest(Period Period, string Run, IReadOnlyList<int>? Changes);
