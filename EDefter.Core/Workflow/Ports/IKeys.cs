namespace EDefter.Core.Workflow.Ports;

/// <summary>API keys: only their hashes are kept.</summary>
public interface IKeys
{
    Task<ApiKey?> FindAsync(string keyId, CancellationToken cancellationToken);

    IAsyncEnumerable<ApiKey> ListAsync(string company, CancellationToken cancellationToken);

    Task InsertAsync(ApiKey key, CancellationToken cancellationToken);

    /// <summary>Ends a key and inserts the one in its place, both or neither.</summary>
    /// <returns>False when the old key is not what was read any more; nothing was written, or the answer of an earlier try was lost.</returns>
    Task<bool> ReplaceAsync(ApiKey read, ApiKey changed, ApiKey successor, CancellationToken cancellationToken);

    /// <summary>False when there is no such key.</summary>
    Task<bool> RevokeAsync(string company, string keyId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Notes the last use.</summary>
    Task TouchAsync(ApiKey key, DateTimeOffset usedAt, CancellationToken cancellationToken);

    /// <summary>Remembers that a step to a key's end was told; may be repeated.</summary>
    Task NoteWarningAsync(KeyWarning warning, CancellationToken cancellationToken);

    /// <summary>What was told of a company's keys.</summary>
    IAsyncEnumerable<KeyWarning> ListWarningsAsync(string company, CancellationToken cancellationToken);
}
