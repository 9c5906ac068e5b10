namespace EDefter.Core.Sealing;

/// <summary>Who asked for an archive, and when.</summary>
public sealed record ManifestSeal(string By, DateTimeOffset At);
