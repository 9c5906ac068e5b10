namespace EDefter.Core.Workflow.Auditing;

/// <summary>How an act ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done, or what was asked for was handed out.</summary>
    Done,

    /// <summary>It became a job; the job's end is a record of its own.</summary>
    Accepted,

    /// <summary>It was not done, and the caller was told why.</summary>
    Refused,

    /// <summary>A fault: some of it may be done.</summary>
    Failed,

    /// <summary>A person stopped it, or the caller left before the answer.</summary>
    Cancelled,
}
