namespace EDefter.Functions.Http;

/// <summary>Body of an act that needs only a person's name.</summary>
public sealed record ActBody(string? By);
