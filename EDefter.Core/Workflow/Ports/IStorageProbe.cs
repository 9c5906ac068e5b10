namespace EDefter.Core.Workflow.Ports;

/// <summary>Asks the storage for a sign of life.</summary>
public interface IStorageProbe
{
    /// <summary>Asks each service, all at once and for a few seconds.</summary>
    Task<StorageReach> LookAsync(CancellationToken cancellationToken);
}
