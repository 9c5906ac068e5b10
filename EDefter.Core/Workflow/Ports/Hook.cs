namespace EDefter.Core.Workflow.Ports;

/// <summary>Where a company wants to be told of events. The secret itself is kept nowhere: it is derived from the server's key, the company, the id and the version.</summary>
public sealed record Hook
{
    /// <summary>Chosen by the caller, <c>[a-z0-9-]{1,40}</c>.</summary>
    public required string Id { get; init; }

    public required string Company { get; init; }

    public required string Url { get; init; }

    /// <summary>Words of the events wanted, in the order in which they were sent.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>False: events wait, and are sent in order when it is true again.</summary>
    public required bool Active { get; init; }

    /// <summary>Grows with every rotation, and when a deleted id is taken again: no old secret comes back.</summary>
    public required int SecretVersion { get; init; }

    /// <summary>SHA-256 of the secret, hex: tells when the server's key was changed. The secret has 256 bits, so no slow hash is needed.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Until then messages carry the signature of the version before, too.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The key that was used last to change it.</summary>
    public required string KeyId { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether this event goes there: by its own list, or because the standing approval of the month end names it.</summary>
    public bool Wants(HookEvent happened) => Events.Contains(happened.Type, StringComparer.Ordinal) || IsNamedBy(happened.Tell);

    private bool IsNamedBy(IReadOnlyList<string> tell) => tell.Contains(EveryHook, StringComparer.Ordinal) || tell.Contains(Id, StringComparer.Ordinal);

    /// <summary>The word of <c>autoClose.tell</c> that names all of them.</summary>
    public const string EveryHook = "webhook";
}
