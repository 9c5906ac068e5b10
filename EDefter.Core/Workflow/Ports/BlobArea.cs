namespace EDefter.Core.Workflow.Ports;

/// <summary>The containers.</summary>
public enum BlobArea
{
    Archives,
    Reports,
    Snapshots,

    /// <summary>Printed books.</summary>
    Prints,

    /// <summary>What callers sent to be imported, and what was rejected of it; kept for days.</summary>
    Uploads,

    /// <summary>Requests and results of jobs that a row cannot hold.</summary>
    JobTexts,
}
