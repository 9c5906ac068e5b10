namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>How a month end stands.</summary>
public enum MonthEndOutcome
{
    Running,

    /// <summary>Numbered, and archived unless it is empty.</summary>
    Done,

    /// <summary>Something needs a person, or a person cancelled it; the reason says which.</summary>
    Stopped,

    /// <summary>A fault of ours: the job was given up after its attempts. It is tried again every morning until the month is over.</summary>
    Failed,
}
