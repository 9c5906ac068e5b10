namespace EDefter.Core.Workflow.Ports;

/// <summary>What is kept of a key. The key itself is <c>{id}.{secret}</c> and is shown once.</summary>
public sealed record ApiKey
{
    public required string Id { get; init; }

    public required string Company { get; init; }

    /// <summary>erp, accountant, integrator or calendar.</summary>
    public required string Role { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, hex. The secret has 256 random bits, so no slow hash is needed.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last day on which it is good, a day in Türkiye; null: no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>After a rotation: from this instant on it opens nothing. Null in what was stored before there were rotations.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>After a rotation: the id of the key that was given in its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The id of the key that it was given in place of.</summary>
    public string? Replaces { get; init; }
}
