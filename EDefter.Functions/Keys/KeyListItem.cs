using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Keys;

/// <summary>What may be shown of a key.</summary>
public sealed record KeyListItem(string Id, string Role, string Name, DateTimeOffset CreatedAt, DateOnly? ExpiresOn, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public static KeyListItem Of(ApiKey key) => new(key.Id, key.Role, key.Name, key.CreatedAt, key.ExpiresOn, key.LastUsedAt, key.RevokedAt);
}
