namespace EDefter.Core.Workflow.Ports;

/// <summary>Which queue carries a job. Each has places of its own, so that what is short never stands behind what is long.</summary>
public enum JobLane
{
    /// <summary>Somebody waits, and it is short: a small month, the beginning and the end of a large one.</summary>
    Prompt,

    /// <summary>Somebody waits, and it is long: a large month, a part of one.</summary>
    Heavy,

    /// <summary>Nobody waits: the month ends that standing approvals ask for.</summary>
    Background,
}
