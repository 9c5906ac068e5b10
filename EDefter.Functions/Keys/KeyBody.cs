namespace EDefter.Functions.Keys;

/// <summary>Body of POST …/keys.</summary>
/// <param name="Role">erp, accountant, integrator or calendar.</param>
/// <param name="Name">Whom or what it is for.</param>
/// <param name="ExpiresOn">Its last day, today or later; absent: it has no end.</param>
public sealed record KeyBody(string? Role, string? Name, DateOnly? ExpiresOn);
