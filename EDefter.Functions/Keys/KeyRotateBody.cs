namespace EDefter.Functions.Keys;

/// <summary>Body of POST …/keys/{id}/rotate.</summary>
/// <param name="OverlapHours">How long the old key stays good, 0 to 720; absent means a day.</param>
/// <param name="ExpiresOn">The new key's last day; absent gives it as many days as the old one was given.</param>
public sealed record KeyRotateBody(int? OverlapHours, DateOnly? ExpiresOn);
