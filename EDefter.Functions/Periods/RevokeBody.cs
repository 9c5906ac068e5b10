namespace EDefter.Functions.Periods;

/// <summary>Body of POST …/filed/revoke.</summary>
public sealed record RevokeBody(string? By, string? Reason);
