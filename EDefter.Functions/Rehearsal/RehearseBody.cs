namespace EDefter.Functions.Rehearsal;

/// <summary>Body of POST …/rehearse.</summary>
public sealed record RehearseBody(bool Keep, string? By, IReadOnlyDictionary<string, string>? Parameters);
