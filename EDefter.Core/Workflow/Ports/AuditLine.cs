namespace EDefter.Core.Workflow.Ports;

/// <summary>A record of an audit trail, to the letter as it was written: its hash is that of this very text.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="Text">Canonical JSON, which names the hash of the record before.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, 64 hex digits.</param>
public sealed record AuditLine(long Sequence, string Text, string Hash);
