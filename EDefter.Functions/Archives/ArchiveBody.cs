namespace EDefter.Functions.Archives;

/// <summary>Body of POST …/archives.</summary>
public sealed record ArchiveBody(string? Profile, string? By, bool AcceptUnverified, IReadOnlyDictionary<string, string>? Parameters);
