namespace EDefter.Core.Workflow.Ports;

/// <summary>What became of an event at a hook.</summary>
public enum HookDeliveryState
{
    /// <summary>It failed and is tried again; what comes after it waits.</summary>
    Waiting,

    Delivered,

    /// <summary>All its tries failed; it is kept, and sent again when a person asks.</summary>
    Dead,
}
