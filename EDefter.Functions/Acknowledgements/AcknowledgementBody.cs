namespace EDefter.Functions.Acknowledgements;

/// <summary>Body of POST …/acknowledgements.</summary>
public sealed record AcknowledgementBody(string? Rule, string? VoucherId, int? Line, string? Period, string? Note, DateOnly? Until, string? By);
