namespace EDefter.Core.Workflow.Backups;

/// <summary>A backup that can be downloaded.</summary>
/// <param name="Id">Names it for a new link.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of the ZIP, hex; only told when it was made.</param>
/// <param name="Entries">Files inside; only told when it was made.</param>
/// <param name="Url">A link to read it.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record BackupView(string Id, string File, long Bytes, string? Sha256, int? Entries, string Url, DateTimeOffset ExpiresAt);
