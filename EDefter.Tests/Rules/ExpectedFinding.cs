namespace EDefter.Tests.Rules;

/// <summary>A finding by its place and its exact text.</summary>
public sealed record ExpectedFinding(string Rule, string? VoucherId, int? Line, string? Field, string Message);
