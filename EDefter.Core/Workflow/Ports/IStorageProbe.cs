namespace EDefter.Core.Workflow.Ports;

/// <summary>Asks the storage for a sign of life.</summary>
public interface IStorageProbe
{
    /// <summary>False when tables, blobs or queues do not answer in time.</summary>
    Task<bool> IsReachableAsync(CancellationToken cancellationToken);
}
