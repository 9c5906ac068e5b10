namespace EDefter.Functions.Periods;

/// <summary>Body of POST …/filed.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Reference">What the authority answered, as the person notes it.</param>
public sealed record FiledBody(string? By, string? Reference);
