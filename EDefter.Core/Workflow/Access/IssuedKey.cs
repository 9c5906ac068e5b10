namespace EDefter.Core.Workflow.Access;

/// <summary>A new key, told this once.</summary>
/// <param name="Id">Its id, the part before the point.</param>
/// <param name="Key">The key.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Name">Whom or what it is for.</param>
/// <param name="ExpiresOn">The last day on which it is good.</param>
/// <param name="Replaces">After a rotation: the id of the key that it stands in for.</param>
/// <param name="ReplacedUntil">After a rotation: the instant at which the old key ends, unless its last day was earlier.</param>
public sealed record IssuedKey(string Id, string Key, string Role, string Name, DateOnly? ExpiresOn, string? Replaces = null, DateTimeOffset? ReplacedUntil = null);
