namespace EDefter.Core.Workflow.Repairing;

/// <summary>Where a repair run stands.</summary>
public enum RepairRunState
{
    Planned,
    Applied,

    /// <summary>Everything that was applied has been taken back.</summary>
    Undone,
}
