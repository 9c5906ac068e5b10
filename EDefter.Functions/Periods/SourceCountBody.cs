namespace EDefter.Functions.Periods;

/// <summary>Body of PUT …/source-count.</summary>
public sealed record SourceCountBody(long? Vouchers, long? Lines);
