namespace EDefter.Core.Workflow.Backups;

/// <summary>What a job that makes a backup was asked for: the company is the job's.</summary>
public sealed record BackupRequest(string Company);
