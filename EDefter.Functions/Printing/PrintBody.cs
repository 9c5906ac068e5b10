namespace EDefter.Functions.Printing;

/// <summary>Body of POST …/print.</summary>
public sealed record PrintBody(string? Book, string? Format, long? FirstPage, string? By);
