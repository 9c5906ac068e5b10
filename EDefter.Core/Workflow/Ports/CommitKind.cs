namespace EDefter.Core.Workflow.Ports;

/// <summary>What a commit row of the trail stands for.</summary>
public enum CommitKind
{
    /// <summary>Vouchers from the ERP.</summary>
    Vouchers,

    /// <summary>A tombstone asked for by the ERP.</summary>
    Deletion,
    Repair,
    Undo,
    Number,
    Unnumber,
    File,
    Revoke,
}
