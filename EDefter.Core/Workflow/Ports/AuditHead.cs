namespace EDefter.Core.Workflow.Ports;

/// <summary>A place in an audit trail and the hash of the record that stands there. Noted elsewhere, it is an anchor: nobody who rewrites the trail can keep it.</summary>
/// <param name="Sequence">From 1; 0 before the first record.</param>
/// <param name="Hash">SHA-256, 64 hex digits.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>Where a trail begins.</summary>
    public static AuditHead Empty { get; } = new(0, new string('0', 64));
}
