using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Keys;

/// <summary>What may be shown of a key.</summary>
/// <param name="Id">Its id, the part before the point.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Name">Whom or what it is for.</param>
/// <param name="CreatedAt">When it was given.</param>
/// <param name="ExpiresOn">The last day on which it is good.</param>
/// <param name="LastUsedAt">Its last use, told to the hour.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="EndsAt">It was rotated: when the time beside its successor is over.</param>
/// <param name="ReplacedBy">It was rotated: the id of its successor.</param>
/// <param name="Replaces">The id of the key that it was given in place of.</param>
/// <param name="DaysLeft">Days until its last one, 0 on that day; absent when it has no end or is over.</param>
/// <param name="Warning">What is to be done about its end, from fourteen days before.</param>
public sealed record KeyListItem(
    string Id, string Role, string Name, DateTimeOffset CreatedAt, DateOnly? ExpiresOn, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt,
    DateTimeOffset? EndsAt, string? ReplacedBy, string? Replaces, int? DaysLeft, string? Warning)
{
    public static KeyListItem Of(ApiKey key, DateTimeOffset now) =>
        new(key.Id, key.Role, key.Name, key.CreatedAt, key.ExpiresOn, key.LastUsedAt, key.RevokedAt, key.EndsAt, key.ReplacedBy, key.Replaces, KeyTerm.DaysLeft(key, now), KeyTerm.WarningOf(key, now));
}
