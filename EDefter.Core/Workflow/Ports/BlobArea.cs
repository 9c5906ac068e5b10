namespace EDefter.Core.Workflow.Ports;

/// <summary>The containers.</summary>
public enum BlobArea
{
    Archives,
    Reports,
    Snapshots,

    /// <summary>Printed books.</summary>
    Prints,
}
