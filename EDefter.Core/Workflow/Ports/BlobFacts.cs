namespace EDefter.Core.Workflow.Ports;

/// <summary>What is known of a blob without reading it.</summary>
/// <param name="Name">Its name in its area.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ContentType">As its writer said it.</param>
/// <param name="Version">Another content has another version.</param>
/// <param name="ChangedAt">The storage's instant of the last write.</param>
public sealed record BlobFacts(string Name, long Bytes, string? ContentType, string Version, DateTimeOffset ChangedAt);
