namespace EDefter.Functions.Health;

/// <param name="Status">alive.</param>
/// <param name="Version">Of the program.</param>
public sealed record LiveBody(string Status, string Version);
