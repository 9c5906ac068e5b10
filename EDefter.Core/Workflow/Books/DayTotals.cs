namespace EDefter.Core.Workflow.Books;

/// <summary>Control totals of one day: vouchers in the book only (cancelled ones are not), amounts in lira.</summary>
public sealed record DayTotals(DateOnly Day, long Vouchers, long Lines, decimal Debit, decimal Credit);
