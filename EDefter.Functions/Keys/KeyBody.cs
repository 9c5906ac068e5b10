namespace EDefter.Functions.Keys;

/// <summary>Body of POST …/keys.</summary>
public sealed record KeyBody(string? Role, string? Name, DateOnly? ExpiresOn);
