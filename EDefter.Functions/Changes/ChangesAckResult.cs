namespace EDefter.Functions.Changes;

/// <summary>Up to where everything is acknowledged now, as a cursor.</summary>
public sealed record ChangesAckResult(string UpTo);
