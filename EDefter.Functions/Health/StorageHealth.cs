namespace EDefter.Functions.Health;

/// <summary>What of storage answered within a few seconds: ok, or unreachable.</summary>
public sealed record StorageHealth(string Tables, string Blobs, string Queues);
