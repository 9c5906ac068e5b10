namespace EDefter.Functions.Health;

/// <param name="Status">ok, or storage-unreachable.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Storage">Which of the storage's services answered.</param>
public sealed record HealthBody(string Status, string Version, StorageHealth Storage);
