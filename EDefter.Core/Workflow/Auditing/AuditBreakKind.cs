namespace EDefter.Core.Workflow.Auditing;

/// <summary>What is wrong with a trail where it first breaks.</summary>
public enum AuditBreakKind
{
    /// <summary>The record's text does not give its hash.</summary>
    Changed,

    /// <summary>A place is skipped.</summary>
    Missing,

    /// <summary>The record does not follow the one before it, or belongs to another place or trail.</summary>
    Misplaced,

    /// <summary>It is no record.</summary>
    Unreadable,

    /// <summary>The trail ends before a place that it had.</summary>
    Cut,

    /// <summary>There are records behind the last one that was written.</summary>
    Extra,

    /// <summary>The record of a noted place has another hash than the one that was noted: the trail was written anew.</summary>
    Rewritten,
}
