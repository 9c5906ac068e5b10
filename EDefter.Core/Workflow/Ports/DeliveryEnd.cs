namespace EDefter.Core.Workflow.Ports;

/// <summary>How the delivery of a job ended.</summary>
public enum DeliveryEnd
{
    /// <summary>The host stopped, or nobody knows.</summary>
    Interrupted,
    Succeeded,
    Refused,
    Cancelled,

    /// <summary>The job is carried on by its parts, or by another queue.</summary>
    GoesOn,

    /// <summary>Another delivery took the job over.</summary>
    Superseded,

    /// <summary>A fault of ours or of storage; the queue delivers again.</summary>
    Fault,

    /// <summary>The queue delivered five times, and no more.</summary>
    GivenUp,
}
