namespace EDefter.Core.Workflow.Backups;

/// <param name="Name">Path in the ZIP.</param>
/// <param name="Bytes">Uncompressed.</param>
/// <param name="Sha256">Of the uncompressed bytes, hex.</param>
/// <param name="ContentType">Of a blob; null for a text.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256, string? ContentType = null);
