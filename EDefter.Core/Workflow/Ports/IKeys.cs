namespace EDefter.Core.Workflow.Ports;

/// <summary>API keys: only their hashes are kept.</summary>
public interface IKeys
{
    Task<ApiKey?> FindAsync(string keyId, CancellationToken cancellationToken);

    IAsyncEnumerable<ApiKey> ListAsync(string company, CancellationToken cancellationToken);

    Task InsertAsync(ApiKey key, CancellationToken cancellationToken);

    /// <summary>False when there is no such key.</summary>
    Task<bool> RevokeAsync(string company, string keyId, DateTimeOffset at, CancellationToken cancellationToken);

    Task TouchAsync(ApiKey key, DateTimeOffset usedAt, CancellationToken cancellationToken);
}
