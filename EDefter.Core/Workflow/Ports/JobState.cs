namespace EDefter.Core.Workflow.Ports;

public enum JobState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}
