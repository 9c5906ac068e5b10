namespace EDefter.Functions.Health;

/// <param name="Status">ok, or storage-unreachable.</param>
/// <param name="Version">Of the program.</param>
public sealed record HealthBody(string Status, string Version);
