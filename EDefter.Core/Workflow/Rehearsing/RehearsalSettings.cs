using EDefter.Core.Formats.Gib;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>What a rehearsal renders with: everything of a draft, and where the year does not tell it yet, something that is said.</summary>
/// <param name="Draft">Creation date and first number are set.</param>
/// <param name="Remarks">Turkish: what was assumed.</param>
public sealed record RehearsalSettings(GibDraftSettings Draft, IReadOnlyList<string> Remarks);
