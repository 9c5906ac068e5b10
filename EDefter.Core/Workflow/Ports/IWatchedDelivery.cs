namespace EDefter.Core.Workflow.Ports;

/// <summary>A delivery of a job that is being watched. One that is disposed of without an end was interrupted.</summary>
public interface IWatchedDelivery : IDisposable
{
    /// <param name="end">How it ended.</param>
    /// <param name="job">The job as it stands now.</param>
    /// <param name="why">Type of the refusal, or of the fault; null when there is none.</param>
    void End(DeliveryEnd end, Job job, string? why = null);
}
