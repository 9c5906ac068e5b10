namespace EDefter.Core.Workflow.Archiving;

/// <summary>Control totals of an archive; amounts in lira.</summary>
public sealed record ArchiveTotals(long Vouchers, long Lines, decimal Debit, decimal Credit);
