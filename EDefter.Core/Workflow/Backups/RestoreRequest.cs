namespace EDefter.Core.Workflow.Backups;

/// <param name="Upload">The upload that holds the backup.</param>
/// <param name="Version">The very content that lay there when it was asked for.</param>
public sealed record RestoreRequest(string Upload, string Version);
