namespace EDefter.Core.Rules;

/// <summary>How many vouchers and lines the ERP has for a month.</summary>
public sealed record SourceCount(long Vouchers, long? Lines);
