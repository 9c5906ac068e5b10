namespace EDefter.Core.Workflow.Backups;

/// <param name="Company">The company that exists again.</param>
/// <param name="Entries">Files that were read back.</param>
public sealed record RestoreResult(string Company, int Entries);
