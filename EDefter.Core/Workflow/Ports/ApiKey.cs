namespace EDefter.Core.Workflow.Ports;

/// <summary>What is kept of a key. The key itself is <c>{id}.{secret}</c> and is shown once.</summary>
public sealed record ApiKey
{
    public required string Id { get; init; }

    public required string Company { get; init; }

    /// <summary>erp, accountant, integrator or admin.</summary>
    public required string Role { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, hex. The secret has 256 random bits, so no slow hash is needed.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
