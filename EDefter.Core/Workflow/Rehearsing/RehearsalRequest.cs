using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>What a rehearsal was asked for.</summary>
/// <param name="Period">The month.</param>
/// <param name="Keep">The documents are kept, as a draft.</param>
/// <param name="Parameters">Of the draft; null where its own stand.</param>
public sealed record RehearsalRequest(Period Period, bool Keep, IReadOnlyDictionary<string, string>? Parameters);
