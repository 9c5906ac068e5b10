namespace EDefter.Core.Workflow.Ports;

/// <summary>Which of the storage's services answered in time.</summary>
public sealed record StorageReach(bool Tables, bool Blobs, bool Queues)
{
    public bool IsWhole => Tables && Blobs && Queues;
}
